package org.smoothbench.app.landscape;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.smoothbench.core.landscape.Landscape;
import org.smoothbench.core.landscape.LandscapeDirectory;
import org.smoothbench.core.landscape.LandscapeFile;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.RunDirectory;

/** The finished landscapes in the folders of runs. Reads files: any thread but the FX thread. */
public final class LandscapeShelf {

    /** A shelf; it keeps nothing in memory. */
    public LandscapeShelf() {}

    /** What lies in the folder of a run, the newest first. */
    List<StoredLandscape> of(RunDirectory run) {
        List<StoredLandscape> found = new ArrayList<>();
        try {
            for (LandscapeDirectory directory : LandscapeDirectory.in(run.landscapes())) {
                found.add(read(run, directory));
            }
        } catch (IOException e) {
            found.add(new StoredLandscape.Damaged(
                    run.id(),
                    new LandscapeDirectory(run.landscapes()),
                    new Problem.Data(
                            "the folder of landscapes cannot be read: " + e.getMessage(),
                            run.landscapes().toString(),
                            "see that it may be read")));
        }
        return found;
    }

    private static StoredLandscape read(RunDirectory run, LandscapeDirectory directory) {
        try {
            return new StoredLandscape.Whole(run.id(), directory, LandscapeFile.report(directory));
        } catch (ProblemException e) {
            return new StoredLandscape.Damaged(run.id(), directory, e.problem());
        }
    }

    /**
     * Reads one with its values.
     *
     * @throws ProblemException if it is damaged
     */
    Landscape open(LandscapeDirectory directory) {
        return LandscapeFile.read(directory);
    }
}

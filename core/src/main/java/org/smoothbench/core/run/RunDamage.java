package org.smoothbench.core.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.smoothbench.core.problem.Problem;

/** Says in words what is wrong with the files of a run. Only looks; never throws. */
final class RunDamage {

    private RunDamage() {}

    /** What is wrong with the run's folder itself, if it is. */
    static Optional<Problem> ofFolder(RunDirectory run) {
        Path folder = run.path();
        String where = folder.toString();
        if (Files.isDirectory(folder)) {
            return Files.isReadable(folder) && Files.isExecutable(folder)
                    ? Optional.empty()
                    : Optional.of(new Problem.Data(
                            "you may not read this run's folder", where, "ask its owner for the right to read it"));
        }
        if (Files.isSymbolicLink(folder)) {
            return Optional.of(new Problem.Data(
                    "this run is a link to a folder that is not there",
                    where,
                    "bring back what it points at, or delete the link"));
        }
        return Optional.of(
                Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
                        ? new Problem.Data(
                                "a file lies where a run's folder should be",
                                where,
                                "put the folder back, perhaps from a copy, or move the file away")
                        : new Problem.Data("this run's folder is gone", where, "bring it back if it is missed"));
    }

    /** Why a status that could not be understood could not be. */
    static Problem ofStatus(RunDirectory run) {
        Path file = run.status();
        String where = file.toString();
        String remedy = "its state is unknown; copy the run anew if this is a copy, or start it once more";
        if (!Files.exists(file)) {
            return new Problem.Data("status.json is missing", where, remedy);
        }
        return Files.isReadable(file) && Files.isRegularFile(file)
                ? new Problem.Data("status.json is damaged", where, remedy)
                : new Problem.Data("status.json cannot be read", where, "see that it is a file that you may read");
    }

    /** Whether a run that is finished lacks its checkpoints. */
    static Optional<Problem> ofCheckpoints(RunDirectory run) {
        return Files.isDirectory(run.checkpoints())
                ? Optional.empty()
                : Optional.of(new Problem.Data(
                        "the checkpoints are missing",
                        run.checkpoints().toString(),
                        "the curves are whole, but the network can be neither evaluated nor exported"));
    }

    /** A file that is there and cannot be read. */
    static Problem unreadable(String what, Path file, IOException cause) {
        boolean denied = cause instanceof AccessDeniedException;
        String reason = denied ? "you may not read it" : String.valueOf(cause.getMessage());
        return new Problem.Data(
                what + " cannot be read: " + reason, file.toString(), "see that it is a file that you may read");
    }
}

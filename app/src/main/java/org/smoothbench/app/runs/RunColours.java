package org.smoothbench.app.runs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import javafx.collections.ListChangeListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunMetaFile;

/**
 * Gives a run that enters the comparison a colour that no other run there has, as long as there is one, and keeps it with
 * the run. FX thread only; files are written elsewhere.
 */
public final class RunColours {

    private static final Logger LOG = LoggerFactory.getLogger(RunColours.class);

    private final RunListViewModel list;
    private final ComparedRuns compared;
    private final Executor background;
    private final int paletteSize;

    /** Colours of the runs of a list, from a palette of so many. */
    public RunColours(RunListViewModel list, ComparedRuns compared, int paletteSize, Executor background) {
        this.list = list;
        this.compared = compared;
        this.paletteSize = paletteSize;
        this.background = background;
        compared.ids().addListener((ListChangeListener<String>) _ -> settle());
        list.all().addListener((ListChangeListener<RunRowViewModel>) _ -> settle());
        settle();
    }

    private void settle() {
        Map<String, RunRowViewModel> rows = new HashMap<>();
        list.all().forEach(row -> {
            rows.put(row.id(), row);
            row.compared(compared.contains(row.id()));
        });
        List<RunRowViewModel> shown = new ArrayList<>();
        for (String id : compared.ids()) {
            RunRowViewModel row = rows.get(id);
            if (row != null) {
                shown.add(row);
            }
        }
        for (RunRowViewModel row : shown) {
            if (!row.hasColour()) {
                int colour = rarest(shown);
                row.assignColour(colour);
                keep(row.now().summary().directory(), colour);
            }
        }
    }

    /** The first of the colours that the fewest of the runs have. */
    private int rarest(List<RunRowViewModel> shown) {
        int[] uses = new int[paletteSize];
        for (RunRowViewModel row : shown) {
            if (row.hasColour()) {
                uses[Math.floorMod(row.colourProperty().get(), paletteSize)]++;
            }
        }
        int rarest = 0;
        for (int i = 1; i < paletteSize; i++) {
            if (uses[i] < uses[rarest]) {
                rarest = i;
            }
        }
        return rarest;
    }

    private void keep(RunDirectory run, int colour) {
        background.execute(() -> {
            try {
                new RunMetaFile(run)
                        .change(meta -> meta.colour().equals(OptionalInt.empty()) ? meta.withColour(colour) : meta);
            } catch (IOException | ProblemException e) {
                // The window keeps the colour as long as it is open; nobody asked for the file.
                LOG.info("The colour of run {} could not be kept: {}", run.id(), e.toString());
            }
        });
    }
}

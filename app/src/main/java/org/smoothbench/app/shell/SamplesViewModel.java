package org.smoothbench.app.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smoothbench.core.experiment.SampleExperiments;

/** The sample specifications that the menus offer. FX thread only. */
public final class SamplesViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(SamplesViewModel.class);

    private final ObservableList<Path> files = FXCollections.observableArrayList();

    /** Looks for the samples in the background. */
    public SamplesViewModel(SampleExperiments samples, Executor background, Executor fxThread) {
        background.execute(() -> {
            try {
                List<Path> found = samples.files();
                fxThread.execute(() -> files.setAll(found));
            } catch (IOException e) {
                LOG.warn("The sample specifications cannot be listed", e);
            }
        });
    }

    /** The specification files, by name. */
    public ObservableList<Path> files() {
        return files;
    }
}

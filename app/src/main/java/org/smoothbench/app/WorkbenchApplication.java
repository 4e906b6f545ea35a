package org.smoothbench.app;

import java.nio.file.Path;
import java.time.Clock;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.smoothbench.app.settings.SettingsFile;
import org.smoothbench.core.experiment.SampleExperiments;
import org.smoothbench.core.launch.LocalLauncher;
import org.smoothbench.core.launch.RunQueue;
import org.smoothbench.core.launch.RunStarter;
import org.smoothbench.core.run.RunLibrary;

/** What JavaFX starts: the workbench on the standard folders. */
public final class WorkbenchApplication extends Application {

    private @Nullable Workbench workbench;

    /** For JavaFX. */
    public WorkbenchApplication() {}

    @Override
    public void start(Stage stage) {
        open(stage, RunLibrary.standardRoot());
    }

    /** Shows a runs folder in place of the one that is shown. */
    private void open(Stage stage, Path root) {
        RunLibrary library = new RunLibrary(root, Clock.systemUTC());
        RunQueue queue = new RunQueue(library, new LocalLauncher());
        RunStarter starter = new RunStarter(library, queue);
        if (workbench != null) {
            workbench.close();
        }
        Workbench made = new Workbench(
                stage,
                library,
                SampleExperiments.installed(),
                starter::start,
                queue,
                new SettingsFile(SettingsFile.standardPath()),
                folder -> open(stage, folder));
        workbench = made;
        Thread.setDefaultUncaughtExceptionHandler(new UncaughtFaults(made.notices(), Platform::runLater));
        made.show();
    }

    @Override
    public void stop() {
        if (workbench != null) {
            workbench.close();
        }
    }
}

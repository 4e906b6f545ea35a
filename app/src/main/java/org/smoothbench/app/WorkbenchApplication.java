package org.smoothbench.app;

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
        RunLibrary library = new RunLibrary(RunLibrary.standardRoot(), Clock.systemUTC());
        RunStarter starter = new RunStarter(library, new RunQueue(library, new LocalLauncher()));
        Workbench made = new Workbench(
                stage,
                library,
                SampleExperiments.installed(),
                starter::start,
                new SettingsFile(SettingsFile.standardPath()));
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

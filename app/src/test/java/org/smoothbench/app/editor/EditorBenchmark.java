package org.smoothbench.app.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import javafx.application.Application;
import org.smoothbench.app.debug.StallMonitor;
import org.smoothbench.app.fake.DrivenApplication;
import org.smoothbench.app.fake.DrivenWindow;
import org.smoothbench.app.fake.PulseMeter;

/**
 * Measures for how long the window does not answer when the editor is looked at for the first time: its gallery, its form, its
 * text. Not a test; run it as a program on a display with the test class path.
 */
public final class EditorBenchmark {

    private EditorBenchmark() {}

    /** Shows the window, measures and ends. */
    public static void main(String[] arguments) {
        Application.launch(Window.class, arguments);
    }

    /** The window that is measured. */
    public static final class Window extends DrivenApplication {

        @Override
        protected void drive(DrivenWindow window, List<String> words) throws IOException, InterruptedException {
            window.open(Files.createTempDirectory("no-runs"), List.of(), 1280, 800, "light");
            measure(window);
        }

        private static void measure(DrivenWindow window) throws InterruptedException {
            PulseMeter meter = new PulseMeter();
            try (StallMonitor monitor = new StallMonitor(
                    Duration.ofMillis(100),
                    stall -> System.out.println("stall of " + stall.duration().toMillis() + " ms" + stall.doing()))) {
                DrivenWindow.on(() -> {
                    meter.start();
                    return true;
                });
                Thread.sleep(Duration.ofSeconds(2));
                System.out.println("before: " + DrivenWindow.on(meter::line));
                for (String step : List.of("#page-experiment", "#begin-table1-both-sample", "#show-json")) {
                    window.go(step);
                    Thread.sleep(Duration.ofSeconds(4));
                    System.out.println(step + ": " + DrivenWindow.on(meter::line));
                }
                System.out.println(monitor.stalls() + " stalls, the longest "
                        + monitor.longest().toMillis() + " ms");
            }
        }
    }
}

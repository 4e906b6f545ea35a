package org.smoothbench.viz.chart;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javafx.animation.Animation;
import javafx.animation.AnimationTimer;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * Measures a window of 1000 by 600 with four noisy series that each get a point twenty times a second: frames a second and
 * the process' CPU. Not a test; run it as a program with the test class path and, for each series' points, e.g.
 * {@code 100000}; further words are {@code log} and {@code smooth}.
 */
public final class LineChartBenchmark {
    private static final int SERIES = 4;
    private static final Duration WARM_UP = Duration.seconds(8);
    private static final Duration MEASURED = Duration.seconds(15);

    private LineChartBenchmark() {}

    /** Shows the window, measures and ends. */
    public static void main(String[] arguments) {
        // From the class path a program may not itself be the application.
        Application.launch(Window.class, arguments);
    }

    /** The window that is measured. */
    public static final class Window extends Application {
        private final LineChart chart = new LineChart();
        private final List<Series> series = new ArrayList<>();
        private final Random noise = new Random(5);
        private final OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        private long frames;
        private long longestNanos;
        private long lastFrame;

        @Override
        public void start(Stage stage) {
            var words = getParameters().getRaw();
            var points = Integer.parseInt(words.getFirst());
            for (var i = 0; i < SERIES; i++) {
                var one = new Series("series " + i, AxisSide.LEFT, i, LineStyle.SOLID);
                for (var step = 1; step <= points; step++) {
                    add(one);
                }
                series.add(one);
            }
            chart.xAxis().setLogarithmic(words.contains("log"));
            chart.leftAxis().setLogarithmic(words.contains("log"));
            chart.setSmoothing(words.contains("smooth") ? 0.9 : 0);
            chart.getSeries().setAll(series);
            stage.setScene(new Scene(new BorderPane(chart), 1000, 600));
            stage.show();
            var growth = new Timeline(new KeyFrame(Duration.millis(50), event -> series.forEach(this::add)));
            growth.setCycleCount(Animation.INDEFINITE);
            growth.play();
            countFrames();
            after(WARM_UP, () -> measure(words));
        }

        private void add(Series one) {
            var step = one.size() + 1;
            one.append(step, 0.5 + 2 * Math.exp(-step / 30_000.0) * Math.exp(0.2 * noise.nextGaussian()));
        }

        private void countFrames() {
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    frames++;
                    longestNanos = Math.max(longestNanos, now - lastFrame);
                    lastFrame = now;
                }
            }.start();
        }

        private void measure(List<String> words) {
            frames = 0;
            longestNanos = 0;
            var cpu = system.getProcessCpuTime();
            var start = System.nanoTime();
            after(MEASURED, () -> {
                var seconds = (System.nanoTime() - start) / 1e9;
                var load = (system.getProcessCpuTime() - cpu) / 1e9 / seconds;
                System.out.printf(
                        Locale.ROOT,
                        "%s: %.1f fps, longest frame %.0f ms, CPU %.0f %% of one core, a frozen copy takes %.1f ms%n",
                        words,
                        frames / seconds,
                        longestNanos / 1e6,
                        100 * load,
                        freezeMillis());
                Platform.exit();
            });
        }

        private double freezeMillis() {
            var times = new double[9];
            for (var i = 0; i < times.length; i++) {
                var start = System.nanoTime();
                chart.freeze();
                times[i] = (System.nanoTime() - start) / 1e6;
            }
            Arrays.sort(times);
            return times[times.length / 2];
        }

        private static void after(Duration time, Runnable action) {
            var pause = new PauseTransition(time);
            pause.setOnFinished(event -> action.run());
            pause.play();
        }
    }
}

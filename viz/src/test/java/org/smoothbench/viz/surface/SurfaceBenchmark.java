package org.smoothbench.viz.surface;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * Measures a window of 1280 by 800 with linked views that orbit and morph all the time: frames a second, CPU, memory. Not a
 * test; run it as a program with the test class path and vertices along a side, number of views, {@code software} or
 * {@code javafx}, e.g. {@code 101 2 software}; a further number is a soak of so many minutes, which prints heap and resident
 * memory once a minute.
 */
public final class SurfaceBenchmark {
    private static final Duration WARM_UP = Duration.seconds(15);
    private static final Duration MEASURED = Duration.seconds(12);

    private SurfaceBenchmark() {}

    /** Shows the window, measures and ends. */
    public static void main(String[] arguments) {
        // From the class path a program may not itself be the application.
        Application.launch(Window.class, arguments);
    }

    /** The window that is measured. */
    public static final class Window extends Application {
        private final OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        private final List<SurfaceView> views = new ArrayList<>();
        private final OrbitCamera camera = new OrbitCamera();
        private Optional<SurfaceFrame> lastShown = Optional.empty();
        private long ticks;
        private long frames;
        private long framesSince;
        private long cpuSince;
        private long since;
        private Map<String, Double> threadsSince = Map.of();

        @Override
        public void start(Stage stage) {
            var words = getParameters().getRaw();
            var size = Integer.parseInt(words.get(0));
            var box = new HBox();
            for (var i = 0; i < Integer.parseInt(words.get(1)); i++) {
                var view = view(size, i, words.get(2).equals("javafx"));
                HBox.setHgrow(view, Priority.ALWAYS);
                views.add(view);
                box.getChildren().add(view);
            }
            stage.setScene(new Scene(box, 1280, 800));
            stage.show();
            move();
            after(WARM_UP, () -> {
                begin();
                if (words.size() > 3) {
                    soak(Integer.parseInt(words.get(3)));
                } else {
                    after(MEASURED, () -> {
                        report(String.join(" ", words));
                        Platform.exit();
                    });
                }
            });
        }

        private SurfaceView view(int size, int index, boolean javafx) {
            var view = new SurfaceView();
            var scale = SampleSurfaces.scale(size);
            var field = index % 2 == 0 ? SampleSurfaces.kinked(size) : SampleSurfaces.smooth(size);
            view.modelProperty().set(SampleSurfaces.model(field, scale, index % 2 == 0 ? "ReLU" : "SiLU"));
            view.morphTargetProperty().set(index % 2 == 0 ? SampleSurfaces.smooth(size) : SampleSurfaces.kinked(size));
            view.cameraProperty().set(camera);
            view.rendererProperty().set(javafx ? RendererChoice.JAVAFX_3D : RendererChoice.SOFTWARE);
            return view;
        }

        private void move() {
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    ticks++;
                    camera.jumpTo(new CameraPose(ticks * 0.7, 30 + 15 * Math.sin(ticks / 90.0), 1, 0, 0));
                    views.forEach(view -> view.morphProperty().set(0.5 + 0.5 * Math.sin(ticks / 50.0)));
                    var shown = views.getLast().frameShown();
                    frames += shown.equals(lastShown) ? 0 : 1;
                    lastShown = shown;
                }
            }.start();
        }

        private void begin() {
            framesSince = frames;
            cpuSince = system.getProcessCpuTime();
            since = System.nanoTime();
            threadsSince = threadMillis();
        }

        private void report(String what) {
            var seconds = (System.nanoTime() - since) / 1e9;
            var cpu = (system.getProcessCpuTime() - cpuSince) / 1e9;
            var shown = frames - framesSince;
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.1f frames a second of each view, CPU %.0f %% of one core, %.1f ms a frame of all views; "
                            + "machine's load %.1f; drawn by %s%n",
                    what,
                    shown / seconds,
                    100 * cpu / seconds,
                    1000 * cpu / shown,
                    system.getSystemLoadAverage(),
                    views.getFirst().actualRenderer());
            threadMillis().forEach((name, millis) -> {
                var spent = millis - threadsSince.getOrDefault(name, 0.0);
                if (spent > shown / 4.0) {
                    System.out.printf(Locale.ROOT, "    %.1f ms a frame by %s%n", spent / shown, name);
                }
            });
        }

        /** CPU time so far by the threads' names; what the compiler and the collector take is not among it. */
        private static Map<String, Double> threadMillis() {
            var threads = ManagementFactory.getThreadMXBean();
            var millis = new TreeMap<String, Double>();
            for (var info : threads.getThreadInfo(threads.getAllThreadIds())) {
                if (info != null) {
                    millis.merge(info.getThreadName(), threads.getThreadCpuTime(info.getThreadId()) / 1e6, Double::sum);
                }
            }
            return millis;
        }

        private void soak(int minutes) {
            after(Duration.minutes(1), () -> {
                report("%d minutes left, heap after collection %d MB, resident %d MB"
                        .formatted(minutes - 1, heap() >> 20, resident() >> 10));
                begin();
                if (minutes > 1) {
                    soak(minutes - 1);
                } else {
                    Platform.exit();
                }
            });
        }

        private static long heap() {
            System.gc();
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }

        /** Kilobytes; -1 where there is no such file. */
        private static long resident() {
            var file = Path.of("/proc/self/status");
            if (!Files.exists(file)) {
                return -1;
            }
            try {
                return Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(-1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void after(Duration time, Runnable action) {
            var pause = new PauseTransition(time);
            pause.setOnFinished(_ -> action.run());
            pause.play();
        }
    }
}

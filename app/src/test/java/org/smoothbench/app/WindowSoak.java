package org.smoothbench.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.smoothbench.app.debug.DebugMode;
import org.smoothbench.app.debug.StallMonitor;
import org.smoothbench.app.fake.FakeQueue;
import org.smoothbench.app.fake.FakeRuns;
import org.smoothbench.app.fake.FakeTrainer;
import org.smoothbench.app.fake.FakeTrainer.End;
import org.smoothbench.app.fake.FakeTrainer.Script;
import org.smoothbench.app.settings.SettingsFile;
import org.smoothbench.core.experiment.SampleExperiments;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;

/**
 * Leaves the real window alone with four runs that measure something twenty times a second, and says every minute how long it
 * did not answer and what memory is left after a collection. Not a test; run it as a program on a display with the test class
 * path and, for the minutes and the page, e.g. {@code 10 charts}.
 */
public final class WindowSoak {

    private WindowSoak() {}

    /** Shows the window and ends after the time. */
    public static void main(String[] arguments) {
        Application.launch(Window.class, arguments);
    }

    /** The window that is watched. */
    public static final class Window extends Application {

        private static final int RUNS = 4;

        private @Nullable Workbench workbench;
        private @Nullable FakeTrainer trainer;

        @Override
        public void start(Stage stage) throws IOException {
            List<String> words = getParameters().getRaw();
            long minutes = Long.parseLong(words.getFirst());
            Path folder = Files.createTempDirectory("soak");
            Path settings = folder.resolve("settings.json");
            Files.writeString(settings, """
                    {"width": 1280, "height": 800, "theme": "dark", "page": "%s",
                     "pages": {"runs": {"list": {"compared": [%s]}}}}
                    """.formatted(
                    words.size() > 1 ? words.get(1) : "runs",
                    IntStream.range(0, RUNS).mapToObj(i -> "\"live-" + i + "\"").collect(Collectors.joining(", "))));
            FakeRuns fake = new FakeRuns(folder.resolve("runs"));
            FakeTrainer made = new FakeTrainer(new Script((int) minutes * 12 + 12, 100, 50, -1, End.FINISHED));
            trainer = made;
            for (int i = 0; i < RUNS; i++) {
                RunDirectory run = fake.create("live-" + i, "live-" + i, i % 2 == 0 ? "relu" : "silu");
                made.start(List.of(run));
            }
            Workbench opened = new Workbench(
                    stage,
                    new RunLibrary(folder.resolve("runs"), Clock.systemUTC()),
                    SampleExperiments.installed(),
                    (_, _) -> List.of(),
                    FakeQueue.in(folder.resolve("runs")),
                    new SettingsFile(settings),
                    _ -> {});
            workbench = opened;
            opened.show();
            Thread.ofPlatform().daemon().start(() -> watch(minutes));
        }

        @Override
        public void stop() {
            if (trainer != null) {
                trainer.close();
            }
            if (workbench != null) {
                workbench.close();
            }
        }

        private static void watch(long minutes) {
            try {
                // What is slow only once, while classes are loaded, is the start's and not the soak's.
                Thread.sleep(Duration.ofSeconds(20));
                try (StallMonitor monitor = new StallMonitor(
                        DebugMode.TOLERATED,
                        stall -> System.out.println(
                                "stall of " + stall.duration().toMillis() + " ms" + stall.doing()))) {
                    for (int minute = 1; minute <= minutes; minute++) {
                        Thread.sleep(Duration.ofMinutes(1));
                        System.out.println(line(minute, monitor));
                    }
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                Platform.exit();
            }
        }

        private static String line(int minute, StallMonitor monitor) throws IOException {
            System.gc();
            MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
            String resident = Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .findFirst()
                    .orElse("VmRSS: unknown");
            return String.format(
                    Locale.ROOT,
                    "minute %d: %d stalls over 100 ms, longest answer %d ms, heap %d MB, %s",
                    minute,
                    monitor.stalls(),
                    monitor.longest().toMillis(),
                    heap.getUsed() >> 20,
                    resident.replaceAll("\\s+", " "));
        }
    }
}

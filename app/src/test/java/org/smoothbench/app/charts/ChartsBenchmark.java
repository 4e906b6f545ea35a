package org.smoothbench.app.charts;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.smoothbench.app.fake.FakeRuns;
import org.smoothbench.app.fake.NoFeed;
import org.smoothbench.app.follow.FollowThread;
import org.smoothbench.app.follow.LatestValue;
import org.smoothbench.app.follow.LibraryFollower;
import org.smoothbench.app.follow.LibrarySnapshot;
import org.smoothbench.app.look.ThemeSwitch;
import org.smoothbench.app.notices.FolderToast;
import org.smoothbench.app.notices.ToastsViewModel;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunReader;

/**
 * Measures the page of charts with runs that all grow twice a second: how long until all curves are there, frames a second,
 * and CPU. Not a test; run it as a program with the test class path and the number of runs and of points, e.g.
 * {@code 32 2000}.
 */
public final class ChartsBenchmark {

    private ChartsBenchmark() {}

    /** Shows the window, measures and ends. */
    public static void main(String[] arguments) {
        // From the class path a program may not itself be the application.
        Application.launch(Window.class, arguments);
    }

    /** The window that is measured. */
    public static final class Window extends Application {

        private final OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        private final Random noise = new Random(5);
        private final List<RunDirectory> runs = new ArrayList<>();
        private final ObservableList<String> compared = FXCollections.observableArrayList();
        private final RunListViewModel list = new RunListViewModel(Optional.empty());
        private final long begin = System.nanoTime();
        private int next;
        private long frames;
        private long longest;
        private long last;
        private boolean all;

        @Override
        public void start(Stage stage) throws IOException {
            int count = Integer.parseInt(getParameters().getRaw().get(0));
            int points = Integer.parseInt(getParameters().getRaw().get(1));
            Path root = Files.createTempDirectory("charts");
            FakeRuns fake = new FakeRuns(root);
            for (int i = 0; i < count; i++) {
                RunDirectory run = fake.create("run-" + i, "run-" + i, "silu");
                Files.writeString(run.metrics(), lines(points));
                runs.add(run);
                compared.add(run.id());
            }
            next = points;
            ChartsViewModel model = new ChartsViewModel(
                    list, compared, row -> Integer.parseInt(row.id().substring(4)), new NoFeed());
            ChartsView view = new ChartsView(model, files());
            Scene scene = new Scene(view, 1280, 800);
            scene.getStylesheets().add(String.valueOf(ThemeSwitch.class.getResource("app.css")));
            stage.setScene(scene);
            stage.show();
            long shown = System.nanoTime();
            FollowThread thread = new FollowThread(
                    new LibraryFollower(new RunLibrary(root, Clock.systemUTC()), new RunReader()),
                    java.time.Duration.ofMillis(500),
                    new LatestValue<>(Platform::runLater, snapshot -> show(model, snapshot, points, shown)));
            thread.follow(Set.copyOf(compared));
            thread.start();
            countFrames();
            after(20, () -> measure(thread));
        }

        private static ChartFiles files() {
            ToastsViewModel toasts = new ToastsViewModel();
            return new ChartFiles(
                    (_, _) -> Optional.empty(),
                    toasts,
                    new FolderToast(_ -> {}, toasts, Runnable::run, Runnable::run),
                    Runnable::run,
                    Runnable::run);
        }

        private String lines(int points) {
            StringBuilder text = new StringBuilder();
            for (int i = 1; i <= points; i++) {
                text.append(line(i));
            }
            return text.toString();
        }

        private String line(int step) {
            double clean = 0.4 + 0.2 * (1 - Math.exp(-step / 500.0)) + 0.01 * noise.nextGaussian();
            return String.format(
                    Locale.ROOT,
                    "{\"step\":%d,\"epoch\":%s,\"time\":%d,\"test.cleanAccuracy\":%.4f,\"test.robustAccuracy\":%.4f}%n",
                    step,
                    step / 10.0,
                    step * 1000L,
                    clean,
                    clean / 2);
        }

        private void show(ChartsViewModel model, LibrarySnapshot snapshot, int points, long shown) {
            long start = System.nanoTime();
            list.show(snapshot.runs());
            model.show(snapshot.details());
            boolean whole = !model.cards().isEmpty()
                    && model.cards().getFirst().lines().series().size() == 2 * runs.size()
                    && model.cards().getFirst().lines().series().stream().allMatch(one -> one.size() >= points);
            if (whole && !all) {
                all = true;
                System.out.printf(
                        Locale.ROOT,
                        "all curves %.0f ms after the window; this hand-over took %.0f ms; start to now %.0f ms%n",
                        (System.nanoTime() - shown) / 1e6,
                        (System.nanoTime() - start) / 1e6,
                        (System.nanoTime() - begin) / 1e6);
            }
        }

        private void measure(FollowThread thread) {
            Thread.ofPlatform().daemon().start(this::grow);
            after(5, () -> {
                frames = 0;
                longest = 0;
                long cpu = system.getProcessCpuTime();
                long start = System.nanoTime();
                after(15, () -> {
                    double seconds = (System.nanoTime() - start) / 1e9;
                    System.out.printf(
                            Locale.ROOT,
                            "%s: %.1f fps, longest frame %.0f ms, CPU %.0f %% of one core%n",
                            getParameters().getRaw(),
                            frames / seconds,
                            longest / 1e6,
                            100 * (system.getProcessCpuTime() - cpu) / 1e9 / seconds);
                    thread.close();
                    Platform.exit();
                });
            });
        }

        private void grow() {
            try {
                while (true) {
                    next++;
                    for (RunDirectory run : runs) {
                        Files.writeString(run.metrics(), line(next), StandardOpenOption.APPEND);
                    }
                    Thread.sleep(500);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        private void countFrames() {
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    frames++;
                    longest = Math.max(longest, now - last);
                    last = now;
                }
            }.start();
        }

        private static void after(double seconds, Runnable action) {
            PauseTransition pause = new PauseTransition(Duration.seconds(seconds));
            pause.setOnFinished(_ -> action.run());
            pause.play();
        }
    }
}

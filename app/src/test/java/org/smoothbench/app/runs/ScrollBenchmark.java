package org.smoothbench.app.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;
import org.smoothbench.app.fake.DrivenApplication;
import org.smoothbench.app.fake.DrivenWindow;
import org.smoothbench.app.fake.PulseMeter;

/**
 * Measures how smoothly the list and the table of many runs scroll in the real window: a wheel that turns at every frame, down
 * and up. Not a test; run it as a program on a display with the test class path and a folder that {@code ManyRuns} wrote.
 */
public final class ScrollBenchmark {

    private static final int FRAMES = 600;
    private static final double WHEEL = 80;

    private ScrollBenchmark() {}

    /** Shows the window, measures and ends. */
    public static void main(String[] arguments) {
        Application.launch(Window.class, arguments);
    }

    /** The window that is measured. */
    public static final class Window extends DrivenApplication {

        @Override
        protected void drive(DrivenWindow window, List<String> words) throws IOException, InterruptedException {
            window.open(Path.of(words.getFirst()), List.of(), 1280, 800, "light");
            // Until all runs have been read.
            Thread.sleep(Duration.ofSeconds(10));
            scroll(window, "#run-list");
            scroll(window, "#run-list");
            window.go("#run-table-toggle");
            Thread.sleep(Duration.ofSeconds(2));
            scroll(window, "#run-table");
            scroll(window, "#run-table");
        }

        private static void scroll(DrivenWindow window, String id) throws InterruptedException {
            CompletableFuture<String> measured = new CompletableFuture<>();
            DrivenWindow.on(() -> {
                Node flow = Objects.requireNonNull(
                        Objects.requireNonNull(window.scene().lookup(id)).lookup(".virtual-flow"));
                PulseMeter meter = new PulseMeter();
                meter.start();
                new AnimationTimer() {
                    private int frame;

                    @Override
                    public void handle(long now) {
                        turn(flow, frame < FRAMES / 2 ? -WHEEL : WHEEL);
                        if (++frame == FRAMES) {
                            stop();
                            meter.stop();
                            measured.complete(meter.line());
                        }
                    }
                }.start();
                return id;
            });
            System.out.println(id + ": " + measured.join());
        }

        private static void turn(Node flow, double pixels) {
            Event.fireEvent(
                    flow,
                    new ScrollEvent(
                            ScrollEvent.SCROLL,
                            20,
                            20,
                            20,
                            20,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            0,
                            pixels,
                            0,
                            pixels,
                            ScrollEvent.HorizontalTextScrollUnits.NONE,
                            0,
                            ScrollEvent.VerticalTextScrollUnits.NONE,
                            0,
                            0,
                            null));
        }
    }
}

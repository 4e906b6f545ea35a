package org.smoothbench.app.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** A program that uses the real window in place of a person, and ends when it is done with that. */
public abstract class DrivenApplication extends Application {

    private @Nullable DrivenWindow window;

    /**
     * Uses the window, which is yet to be opened; on a thread of its own.
     *
     * @param words what the program was given
     */
    protected abstract void drive(DrivenWindow window, List<String> words) throws IOException, InterruptedException;

    @Override
    public final void start(Stage stage) {
        List<String> words = getParameters().getRaw();
        DrivenWindow made = new DrivenWindow(stage);
        window = made;
        Thread.ofPlatform().daemon().start(() -> {
            try {
                drive(made, words);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                Platform.exit();
            }
        });
    }

    @Override
    public final void stop() {
        if (window != null) {
            window.close();
        }
    }
}

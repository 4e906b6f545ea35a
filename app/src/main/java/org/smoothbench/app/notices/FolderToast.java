package org.smoothbench.app.notices;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes that lead to a folder in the desktop's file manager. */
public final class FolderToast {

    private static final Logger LOG = LoggerFactory.getLogger(FolderToast.class);

    private final Opener opener;
    private final ToastsViewModel toasts;
    private final Executor background;
    private final Executor fxThread;

    /** Shows a folder to the user. */
    @FunctionalInterface
    public interface Opener {

        /**
         * Shows a folder; not for the FX thread.
         *
         * @throws IOException if there is nothing to show it with
         */
        void show(Path folder) throws IOException;
    }

    /** Opens folders with {@code opener}; tells of it if that does not work. */
    public FolderToast(Opener opener, ToastsViewModel toasts, Executor background, Executor fxThread) {
        this.opener = opener;
        this.toasts = toasts;
        this.background = background;
        this.fxThread = fxThread;
    }

    /** A note with a folder to be shown; the note as it is if there is none. */
    public Toast leadingTo(Toast toast, @Nullable Path folder) {
        return folder == null ? toast : toast.with("Open the folder", () -> background.execute(() -> open(folder)));
    }

    private void open(Path folder) {
        try {
            opener.show(folder);
        } catch (IOException e) {
            LOG.warn("{} could not be shown", folder, e);
            fxThread.execute(() -> toasts.show(
                    Toast.of(Toast.Kind.WARNING, "The desktop has no program that shows folders", folder.toString())));
        }
    }
}

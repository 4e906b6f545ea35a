package org.smoothbench.app.editor;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smoothbench.app.runs.Notice;

/** Saves the draft soon after each edit, so that neither a crash nor a restart loses it. FX thread, but for the writing. */
public final class DraftKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(DraftKeeper.class);
    private static final long DELAY_MILLIS = 600;

    private final DraftFile file;
    private final Executor background;
    private final Executor fxThread;
    private final QueueViewModel notices;
    private final AtomicReference<@Nullable Draft> unsaved = new AtomicReference<>();
    private boolean troubled;

    /** Keeps what an editor has; problems are said once. */
    public DraftKeeper(
            EditorViewModel model, DraftFile file, QueueViewModel notices, Executor background, Executor fxThread) {
        this.file = file;
        this.background = background;
        this.fxThread = fxThread;
        this.notices = notices;
        model.formProperty().subscribe((_, state) -> changed(state.draft()));
    }

    private void changed(Draft draft) {
        if (unsaved.getAndSet(draft) == null) {
            CompletableFuture.delayedExecutor(DELAY_MILLIS, TimeUnit.MILLISECONDS, background)
                    .execute(this::save);
        }
    }

    /** Saves what is still to be saved, on the thread that calls. */
    public synchronized void save() {
        Draft draft = unsaved.getAndSet(null);
        if (draft == null) {
            return;
        }
        try {
            file.save(draft);
            troubled = false;
        } catch (IOException e) {
            LOG.warn("The draft could not be saved", e);
            if (!troubled) {
                troubled = true;
                fxThread.execute(() -> notices.say(new Notice(
                        "The draft cannot be saved: it will be lost when the window closes.",
                        String.valueOf(e.getMessage()),
                        "See that the disk is not full and the folder can be written, or save it elsewhere.")));
            }
        }
    }
}

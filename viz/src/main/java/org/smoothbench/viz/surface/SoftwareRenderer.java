package org.smoothbench.viz.surface;

import java.util.concurrent.Semaphore;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import org.jspecify.annotations.Nullable;
import org.smoothbench.viz.surface.PictureRing.Picture;

/** Draws on a thread of its own into pixels that an image shows. */
final class SoftwareRenderer implements SurfaceRenderer {
    /** What a still picture is drawn finer by each way. */
    static final int STILL_FINENESS = 2;

    private final SoftwarePainter painter = new SoftwarePainter();
    private final PictureRing pictures = new PictureRing();
    private final ImageView view = new ImageView();
    private final Listener listener;
    private final RenderThread thread;
    /** Leaves for frames that are not shown yet: one that is painted, and one that is being painted. */
    private final Semaphore unshown = new Semaphore(2);

    private @Nullable SurfaceFrame asked;
    private boolean closed;

    SoftwareRenderer(Listener listener) {
        this.listener = listener;
        view.setMouseTransparent(true);
        view.setManaged(false);
        this.thread = new RenderThread(this::paint);
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public boolean isBusy() {
        return asked != null;
    }

    @Override
    public void render(SurfaceFrame frame) {
        asked = frame;
        thread.submit(frame);
    }

    @Override
    public void close() {
        closed = true;
        thread.close();
    }

    /** On the render thread. */
    private void paint(SurfaceFrame frame) {
        unshown.acquireUninterruptibly();
        try {
            var picture = painted(frame);
            Platform.runLater(() -> show(frame, picture));
        } catch (RuntimeException e) {
            unshown.release();
            throw e;
        }
    }

    private Picture painted(SurfaceFrame frame) {
        var width = (int) Math.ceil(frame.viewport().width() * frame.pixelScale());
        var height = (int) Math.ceil(frame.viewport().height() * frame.pixelScale());
        var picture = pictures.next(width, height);
        painter.paint(frame, width, height, frame.still() ? STILL_FINENESS : 1, picture.pixels());
        return picture;
    }

    private void show(SurfaceFrame frame, Picture picture) {
        unshown.release();
        if (frame.equals(asked)) {
            asked = null;
        }
        if (closed) {
            return;
        }
        view.setImage(picture.published());
        view.setFitWidth(picture.width() / frame.pixelScale());
        view.setFitHeight(picture.height() / frame.pixelScale());
        listener.shown(frame);
    }
}

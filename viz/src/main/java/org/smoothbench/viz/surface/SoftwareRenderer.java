package org.smoothbench.viz.surface;

import java.nio.IntBuffer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/** Draws on a thread of its own into pixels that an image shows. */
final class SoftwareRenderer implements SurfaceRenderer {
    /** One is being drawn, one is shown, one may still be on its way to the screen. */
    private static final int IMAGES = 3;
    /** What a still picture is drawn finer by each way. */
    private static final int STILL_FINENESS = 2;

    private final SoftwarePainter painter = new SoftwarePainter();
    private final ImageView view = new ImageView();
    private final Listener listener;
    private final RenderThread thread;
    private final @Nullable Picture[] pictures = new @Nullable Picture[IMAGES];
    private int next;
    private boolean busy;
    private boolean closed;

    SoftwareRenderer(Listener listener) {
        this.listener = listener;
        view.setMouseTransparent(true);
        view.setManaged(false);
        this.thread = new RenderThread(this::paint);
    }

    private record Picture(int width, int height, PixelBuffer<IntBuffer> buffer, WritableImage image) {
        static Picture of(int width, int height) {
            var pixels = new int[width * height];
            var buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
            return new Picture(width, height, buffer, new WritableImage(buffer));
        }

        int[] pixels() {
            return buffer.getBuffer().array();
        }
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public boolean isBusy() {
        return busy;
    }

    @Override
    public void render(SurfaceFrame frame) {
        busy = true;
        thread.submit(frame);
    }

    @Override
    public void close() {
        closed = true;
        thread.close();
    }

    /** On the render thread. */
    private void paint(SurfaceFrame frame) {
        var width = (int) Math.ceil(frame.viewport().width() * frame.pixelScale());
        var height = (int) Math.ceil(frame.viewport().height() * frame.pixelScale());
        var picture = picture(width, height);
        painter.paint(frame, width, height, frame.still() ? STILL_FINENESS : 1, picture.pixels());
        Platform.runLater(() -> show(frame, picture));
    }

    private Picture picture(int width, int height) {
        var index = next;
        next = (next + 1) % IMAGES;
        var before = pictures[index];
        if (before != null && before.width() == width && before.height() == height) {
            return before;
        }
        var picture = Picture.of(width, height);
        pictures[index] = picture;
        return picture;
    }

    private void show(SurfaceFrame frame, Picture picture) {
        busy = false;
        if (closed) {
            return;
        }
        picture.buffer().updateBuffer(_ -> null);
        view.setImage(picture.image());
        view.setFitWidth(picture.width() / frame.pixelScale());
        view.setFitHeight(picture.height() / frame.pixelScale());
        listener.shown(frame);
    }
}

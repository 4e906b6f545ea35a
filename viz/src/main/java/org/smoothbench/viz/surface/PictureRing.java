package org.smoothbench.viz.surface;

import java.nio.IntBuffer;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/** Images that take turns: one is being drawn, one waits to be shown, one is shown, one may still be read for the screen. */
final class PictureRing {
    private static final int IMAGES = 4;

    private final @Nullable Picture[] pictures = new @Nullable Picture[IMAGES];
    private int next;

    /** Pixels that an image shows. */
    record Picture(int width, int height, PixelBuffer<IntBuffer> buffer, WritableImage image) {
        private static Picture of(int width, int height) {
            var pixels = IntBuffer.wrap(new int[width * height]);
            var buffer = new PixelBuffer<>(width, height, pixels, PixelFormat.getIntArgbPreInstance());
            return new Picture(width, height, buffer, new WritableImage(buffer));
        }

        /** To be drawn on, row by row, premultiplied ARGB. */
        int[] pixels() {
            return buffer.getBuffer().array();
        }

        /** Lets the image show what was drawn. FX thread. */
        WritableImage published() {
            buffer.updateBuffer(_ -> null);
            return image;
        }
    }

    /** The next one to draw on; always on the same thread. */
    Picture next(int width, int height) {
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
}

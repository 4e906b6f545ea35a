package org.smoothbench.viz.chart;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/** Shows nodes and takes their pictures. The headless screen ends at 1000 by 1000 pixels. */
public final class Stages {
    public static final double WIDTH = 720;
    public static final double HEIGHT = 420;

    private Stages() {}

    public static void show(Stage stage, Node node) {
        stage.setScene(new Scene(new BorderPane(node), WIDTH, HEIGHT));
        stage.show();
    }

    public static void run(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(5000, action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    public static void waitUntil(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> call(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("did not come true within five seconds", e);
        }
    }

    public static <T> T call(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(5000, action);
    }

    public static WritableImage picture(Node node) {
        if (node.lookup(".viz-plot") instanceof PlotPane plot) {
            waitUntil(() -> plot.gate().isSettled());
        }
        return call(() -> node.snapshot(null, null));
    }

    public static int pixelsLike(WritableImage image, Color colour) {
        return pixelsLike(image, colour, 0, (int) image.getWidth());
    }

    /** The pixels of nearly a colour between two columns. */
    public static int pixelsLike(WritableImage image, Color colour, int from, int to) {
        var count = 0;
        for (var x = from; x < to; x++) {
            for (var y = 0; y < image.getHeight(); y++) {
                if (isLike(image.getPixelReader().getColor(x, y), colour)) {
                    count++;
                }
            }
        }
        return count;
    }

    public static boolean isLike(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed()) < 0.04
                && Math.abs(one.getGreen() - other.getGreen()) < 0.04
                && Math.abs(one.getBlue() - other.getBlue()) < 0.04;
    }

    /** Writes a picture under the build folder for people to look at. */
    public static void write(WritableImage image, String name) {
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        try {
            var folder = Files.createDirectories(Path.of("target", "pictures"));
            ImageIO.write(copy, "png", folder.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A turn of the mouse wheel over a place of a node. */
    public static ScrollEvent wheel(double x, double y, double delta) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                x,
                y,
                x,
                y,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                delta,
                0,
                delta,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }
}

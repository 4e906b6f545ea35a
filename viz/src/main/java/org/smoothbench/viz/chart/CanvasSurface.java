package org.smoothbench.viz.chart;

import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** The screen. FX thread only. */
public final class CanvasSurface implements Surface {
    private final GraphicsContext g;
    private final String fontFamily;

    /** Draws on a canvas with a font. */
    public CanvasSurface(GraphicsContext g, String fontFamily) {
        this.g = g;
        this.fontFamily = fontFamily;
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineJoin(StrokeLineJoin.ROUND);
    }

    @Override
    public double resolution() {
        return 1;
    }

    @Override
    public TextMeter meter(double size) {
        return new ScreenTextMeter(Font.font(fontFamily, size));
    }

    @Override
    public void line(double[] xs, double[] ys, int count, Pen pen) {
        g.setStroke(pen.colour());
        g.setLineWidth(pen.width());
        g.setLineDashes(pen.style().dashes());
        g.strokePolyline(xs, ys, count);
    }

    @Override
    public void polygon(double[] xs, double[] ys, int count, Color fill) {
        g.setFill(fill);
        g.fillPolygon(xs, ys, count);
    }

    @Override
    public void box(Rectangle2D area, double radius, Color fill) {
        g.setFill(fill);
        if (radius == 0) {
            g.fillRect(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight());
            return;
        }
        g.fillRoundRect(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight(), 2 * radius, 2 * radius);
    }

    @Override
    public void disc(double x, double y, double radius, Color fill) {
        g.setFill(fill);
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void image(Raster picture, Rectangle2D area) {
        var pixels = new WritableImage(picture.width(), picture.height());
        pixels.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        picture.width(),
                        picture.height(),
                        PixelFormat.getIntArgbInstance(),
                        picture.argb(),
                        0,
                        picture.width());
        g.setImageSmoothing(false);
        g.drawImage(pixels, area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight());
    }

    @Override
    public void text(String text, double x, double y, Lettering lettering) {
        g.setFont(Font.font(fontFamily, lettering.size()));
        g.setFill(lettering.colour());
        g.setTextAlign(alignment(lettering.horizontal()));
        g.setTextBaseline(lettering.vertical());
        g.fillText(text, x, y);
    }

    @Override
    public void clipped(Rectangle2D area, Runnable content) {
        g.save();
        g.beginPath();
        g.rect(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight());
        g.clip();
        content.run();
        g.restore();
    }

    private static TextAlignment alignment(HPos position) {
        return switch (position) {
            case LEFT -> TextAlignment.LEFT;
            case CENTER -> TextAlignment.CENTER;
            case RIGHT -> TextAlignment.RIGHT;
        };
    }
}

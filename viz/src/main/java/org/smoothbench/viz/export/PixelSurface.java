package org.smoothbench.viz.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javafx.geometry.Rectangle2D;
import org.smoothbench.viz.chart.Drawing;
import org.smoothbench.viz.chart.Raster;
import org.smoothbench.viz.chart.Surface;
import org.smoothbench.viz.chart.TextMeter;

/** A picture of pixels. */
final class PixelSurface implements Surface {
    /** Four bytes each while it is drawn. */
    private static final double MOST_PIXELS = 200e6;

    private final Graphics2D g;
    private final double scale;
    private final ExportFont font;

    private PixelSurface(Graphics2D g, double scale, ExportFont font) {
        this.g = g;
        this.scale = scale;
        this.font = font;
        g.scale(scale, scale);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    static void write(Drawing chart, double scale, OutputStream out) throws IOException {
        Pictures.png(picture(chart, scale), out);
    }

    /** A drawing as opaque pixels. */
    static BufferedImage picture(Drawing chart, double scale) throws IOException {
        var width = Math.ceil(chart.width() * scale);
        var height = Math.ceil(chart.height() * scale);
        if (width * height > MOST_PIXELS) {
            throw new IOException("a picture of %.0f by %.0f pixels is too large".formatted(width, height));
        }
        var image = new BufferedImage((int) width, (int) height, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        try {
            chart.paint(new PixelSurface(g, scale, new ExportFont()));
        } finally {
            g.dispose();
        }
        return image;
    }

    @Override
    public double resolution() {
        return scale;
    }

    @Override
    public TextMeter meter(double size) {
        return font.meter(size);
    }

    @Override
    public void line(double[] xs, double[] ys, int count, Pen pen) {
        g.setColor(awt(pen.colour()));
        g.setStroke(stroke(pen));
        g.draw(path(xs, ys, count));
    }

    @Override
    public void polygon(double[] xs, double[] ys, int count, javafx.scene.paint.Color fill) {
        var path = path(xs, ys, count);
        path.closePath();
        g.setColor(awt(fill));
        g.fill(path);
    }

    @Override
    public void box(Rectangle2D area, double radius, javafx.scene.paint.Color fill) {
        g.setColor(awt(fill));
        g.fill(new RoundRectangle2D.Double(
                area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight(), 2 * radius, 2 * radius));
    }

    @Override
    public void disc(double x, double y, double radius, javafx.scene.paint.Color fill) {
        g.setColor(awt(fill));
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    @Override
    public void image(Raster picture, Rectangle2D area) {
        var before = g.getTransform();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        g.translate(area.getMinX(), area.getMinY());
        g.scale(area.getWidth() / picture.width(), area.getHeight() / picture.height());
        g.drawImage(Pictures.of(picture), 0, 0, null);
        g.setTransform(before);
    }

    @Override
    public void text(String text, double x, double y, Lettering lettering) {
        g.setColor(awt(lettering.colour()));
        g.setFont(font.fontFor(text, lettering.size()));
        g.drawString(text, (float) font.left(text, x, lettering), (float) font.baseline(y, lettering));
    }

    @Override
    public void clipped(Rectangle2D area, Runnable content) {
        var before = g.getClip();
        g.clip(new java.awt.geom.Rectangle2D.Double(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight()));
        content.run();
        g.setClip(before);
    }

    private static BasicStroke stroke(Pen pen) {
        var dashes = pen.style().dashes();
        var width = (float) pen.width();
        if (dashes.length == 0) {
            return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
        }
        var lengths = new float[dashes.length];
        for (var i = 0; i < lengths.length; i++) {
            lengths[i] = (float) dashes[i];
        }
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, lengths, 0);
    }

    private static Path2D path(double[] xs, double[] ys, int count) {
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO, count);
        path.moveTo(xs[0], ys[0]);
        for (var i = 1; i < count; i++) {
            path.lineTo(xs[i], ys[i]);
        }
        return path;
    }

    private static Color awt(javafx.scene.paint.Color colour) {
        return new Color((float) colour.getRed(), (float) colour.getGreen(), (float) colour.getBlue(), (float)
                colour.getOpacity());
    }
}

package org.smoothbench.viz.export;

import java.awt.geom.PathIterator;
import java.awt.geom.RoundRectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.smoothbench.viz.chart.Drawing;
import org.smoothbench.viz.chart.Raster;
import org.smoothbench.viz.chart.Surface;
import org.smoothbench.viz.chart.TextMeter;

/** A page of the chart's size: a logical pixel is three quarters of a point, as a screen of 96 dpi has it. */
final class PdfSurface implements Surface {
    private static final double POINTS_PER_PIXEL = 0.75;
    /** Outlines for four times the size on the screen; more would only swell the file. */
    private static final double RESOLUTION = 4;

    private static final int JOIN_ROUND = 1;

    private final PDDocument document;
    private final PDPageContentStream page;
    private final double height;
    private final PDFont embedded;
    private final ExportFont font;

    private PdfSurface(PDDocument document, PDPageContentStream page, double height, PDFont embedded, ExportFont font) {
        this.document = document;
        this.page = page;
        this.height = height;
        this.embedded = embedded;
        this.font = font;
    }

    static void write(Drawing chart, OutputStream out) throws IOException {
        try (var document = new PDDocument();
                var fontFile = ExportFont.open()) {
            var page = new PDPage(new PDRectangle(points(chart.width()), points(chart.height())));
            document.addPage(page);
            document.getDocumentInformation().setTitle(chart.title());
            var embedded = PDType0Font.load(document, fontFile, true);
            try (var content = new PDPageContentStream(document, page)) {
                content.setLineJoinStyle(JOIN_ROUND);
                chart.paint(new PdfSurface(document, content, chart.height(), embedded, new ExportFont()));
            }
            document.save(out);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public double resolution() {
        return RESOLUTION;
    }

    @Override
    public TextMeter meter(double size) {
        return font.meter(size);
    }

    @Override
    public void line(double[] xs, double[] ys, int count, Pen pen) {
        draw(() -> {
            page.setStrokingColor(awt(pen.colour()));
            opacity(pen.colour());
            page.setLineWidth(points(pen.width()));
            var dashes = pen.style().dashes();
            var lengths = new float[dashes.length];
            for (var i = 0; i < lengths.length; i++) {
                lengths[i] = points(dashes[i]);
            }
            page.setLineDashPattern(lengths, 0);
            path(xs, ys, count);
            page.stroke();
        });
    }

    @Override
    public void polygon(double[] xs, double[] ys, int count, Color fill) {
        draw(() -> {
            fillWith(fill);
            path(xs, ys, count);
            page.fill();
        });
    }

    @Override
    public void box(Rectangle2D area, double radius, Color fill) {
        fill(
                new RoundRectangle2D.Double(
                        area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight(), 2 * radius, 2 * radius),
                fill);
    }

    @Override
    public void disc(double x, double y, double radius, Color fill) {
        fill(new java.awt.geom.Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), fill);
    }

    @Override
    public void image(Raster picture, Rectangle2D area) {
        draw(() -> page.drawImage(
                LosslessFactory.createFromImage(document, Pictures.of(picture)),
                points(area.getMinX()),
                fromBottom(area.getMaxY()),
                points(area.getWidth()),
                points(area.getHeight())));
    }

    @Override
    public void text(String text, double x, double y, Lettering lettering) {
        if (text.isEmpty()) {
            return;
        }
        var left = font.left(text, x, lettering);
        var baseline = font.baseline(y, lettering);
        if (!font.canWrite(text)) {
            var outline = font.outline(text, lettering.size());
            outline.transform(java.awt.geom.AffineTransform.getTranslateInstance(left, baseline));
            fill(outline, lettering.colour());
            return;
        }
        draw(() -> {
            fillWith(lettering.colour());
            page.beginText();
            page.setFont(embedded, points(lettering.size()));
            page.newLineAtOffset(points(left), fromBottom(baseline));
            page.showText(text);
            page.endText();
        });
    }

    @Override
    public void clipped(Rectangle2D area, Runnable content) {
        draw(() -> {
            page.addRect(
                    points(area.getMinX()),
                    fromBottom(area.getMaxY()),
                    points(area.getWidth()),
                    points(area.getHeight()));
            page.clip();
            content.run();
        });
    }

    private void fill(java.awt.Shape shape, Color colour) {
        draw(() -> {
            fillWith(colour);
            outline(shape.getPathIterator(null));
            page.fill();
        });
    }

    private void outline(PathIterator path) throws IOException {
        var p = new double[6];
        var x = 0.0;
        var y = 0.0;
        for (; !path.isDone(); path.next()) {
            switch (path.currentSegment(p)) {
                case PathIterator.SEG_MOVETO -> page.moveTo(points(p[0]), fromBottom(p[1]));
                case PathIterator.SEG_LINETO -> page.lineTo(points(p[0]), fromBottom(p[1]));
                case PathIterator.SEG_QUADTO -> cubic(quadratic(x, y, p));
                case PathIterator.SEG_CUBICTO -> cubic(p);
                default -> page.closePath();
            }
            var end = switch (path.currentSegment(p)) {
                case PathIterator.SEG_QUADTO -> 2;
                case PathIterator.SEG_CUBICTO -> 4;
                default -> 0;
            };
            x = p[end];
            y = p[end + 1];
        }
    }

    /** PDF knows only cubic curves. */
    private static double[] quadratic(double x, double y, double[] p) {
        return new double[] {
            x + (p[0] - x) * 2 / 3,
            y + (p[1] - y) * 2 / 3,
            p[2] + (p[0] - p[2]) * 2 / 3,
            p[3] + (p[1] - p[3]) * 2 / 3,
            p[2],
            p[3]
        };
    }

    private void cubic(double[] p) throws IOException {
        page.curveTo(points(p[0]), fromBottom(p[1]), points(p[2]), fromBottom(p[3]), points(p[4]), fromBottom(p[5]));
    }

    private void path(double[] xs, double[] ys, int count) throws IOException {
        page.moveTo(points(xs[0]), fromBottom(ys[0]));
        for (var i = 1; i < count; i++) {
            page.lineTo(points(xs[i]), fromBottom(ys[i]));
        }
    }

    private void fillWith(Color colour) throws IOException {
        page.setNonStrokingColor(awt(colour));
        opacity(colour);
    }

    private void opacity(Color colour) throws IOException {
        if (!colour.isOpaque()) {
            var state = new PDExtendedGraphicsState();
            state.setStrokingAlphaConstant((float) colour.getOpacity());
            state.setNonStrokingAlphaConstant((float) colour.getOpacity());
            page.setGraphicsStateParameters(state);
        }
    }

    private interface Body {
        void write() throws IOException;
    }

    /** Draws, and leaves the page's colours, dashes and clip as they were. */
    private void draw(Body body) {
        try {
            page.saveGraphicsState();
            body.write();
            page.restoreGraphicsState();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private float fromBottom(double y) {
        return points(height - y);
    }

    private static float points(double pixels) {
        return (float) (pixels * POINTS_PER_PIXEL);
    }

    private static java.awt.Color awt(Color colour) {
        return new java.awt.Color((float) colour.getRed(), (float) colour.getGreen(), (float) colour.getBlue());
    }
}

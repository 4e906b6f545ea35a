package org.smoothbench.viz.field;

import java.util.function.IntUnaryOperator;
import javafx.scene.paint.Color;
import org.smoothbench.viz.chart.ChartStyle;
import org.smoothbench.viz.chart.Range;
import org.smoothbench.viz.chart.Raster;

/** Turns a field into pixels; holes are hatched. */
final class FieldRaster {
    /** From stripe to stripe, in logical pixels. */
    private static final double HATCH = 7;

    private static final double STRIPE = 1.6;
    private static final Range SHARES = new Range(0, 1);

    private final ScalarField field;
    private final PlaneZoom zoom;
    private final int width;
    private final int height;
    private final double resolution;
    private final ChartStyle style;

    private FieldRaster(ScalarField field, PlaneZoom zoom, int width, int height, double resolution, ChartStyle style) {
        this.field = field;
        this.zoom = zoom;
        this.width = width;
        this.height = height;
        this.resolution = resolution;
        this.style = style;
    }

    /**
     * The numbers, interpolated between vertices.
     *
     * @param zoom the part of the field that fills the picture
     * @param width in pixels of the picture, as the height
     * @param resolution pixels of the picture per logical pixel
     */
    static Raster ofValues(
            ScalarField field,
            ColourScale scale,
            PlaneZoom zoom,
            int width,
            int height,
            double resolution,
            ChartStyle style) {
        return new FieldRaster(field, zoom, width, height, resolution, style).values(scale);
    }

    /** The classes, each pixel as the nearest vertex. */
    static Raster ofClasses(
            ScalarField field,
            ClassColours classes,
            PlaneZoom zoom,
            int width,
            int height,
            double resolution,
            ChartStyle style) {
        var colours = new int
                [1 + classes.present().stream().mapToInt(Short::intValue).max().orElse(0)];
        for (short id = 0; id < colours.length; id++) {
            colours[id] = argb(classes.colour(id, style.theme(), style.background()));
        }
        return new FieldRaster(field, zoom, width, height, resolution, style).classes(id -> colours[id]);
    }

    /** As {@link ScalarField#at} has it; a row at a time, since a screen full of calls takes a tenth of a second. */
    private Raster values(ColourScale scale) {
        var values = field.values();
        var colours = scale.map().argbs();
        var across = new Cells(width, field.columns(), zoom.x(SHARES));
        var up = new Cells(height, field.rows(), zoom.y(SHARES));
        var argb = new int[width * height];
        for (var y = 0; y < height; y++) {
            // The first row of the picture is the last of the field.
            var below = up.first[height - 1 - y] * field.columns();
            var above = below + field.columns();
            var share = up.share[height - 1 - y];
            for (var x = 0; x < width; x++) {
                var left = across.first[x];
                var right = across.share[x];
                var lower = values[below + left] * (1 - right) + values[below + left + 1] * right;
                var upper = values[above + left] * (1 - right) + values[above + left + 1] * right;
                var value = lower * (1 - share) + upper * share;
                argb[y * width + x] = Double.isNaN(value) ? hatched(x, y) : colours[ColourMap.step(scale.share(value))];
            }
        }
        return Raster.of(width, height, argb);
    }

    /** In which cell each pixel's middle lies, and how far from the cell's first vertex to its second. */
    private static final class Cells {
        final int[] first;
        final double[] share;

        Cells(int pixels, int vertices, Range seen) {
            first = new int[pixels];
            share = new double[pixels];
            for (var i = 0; i < pixels; i++) {
                var place = (seen.min() + (i + 0.5) / pixels * seen.width()) * (vertices - 1);
                first[i] = Math.min((int) place, vertices - 2);
                share[i] = place - first[i];
            }
        }
    }

    private Raster classes(IntUnaryOperator colour) {
        return Raster.of(width, height, (pixelX, pixelY) -> {
            var id = field.classAt(field.nearestColumn(x(pixelX)), field.nearestRow(y(pixelY)));
            return id == ScalarField.NO_CLASS ? hatched(pixelX, pixelY) : colour.applyAsInt(id);
        });
    }

    private double x(int pixel) {
        var seen = zoom.x(field.xRange());
        return seen.min() + (pixel + 0.5) / width * seen.width();
    }

    private double y(int pixel) {
        var seen = zoom.y(field.yRange());
        return seen.max() - (pixel + 0.5) / height * seen.width();
    }

    private int hatched(int pixelX, int pixelY) {
        return hatched((pixelX + pixelY) / resolution, style);
    }

    /** The colour of a hole, by its distance from the upper left corner across the stripes, in logical pixels. */
    static int hatched(double across, ChartStyle style) {
        var strength = across % HATCH < STRIPE ? 0.6 : 0.16;
        return argb(style.background().interpolate(style.muted(), strength));
    }

    private static int argb(Color colour) {
        return 0xff000000
                | (int) Math.round(255 * colour.getRed()) << 16
                | (int) Math.round(255 * colour.getGreen()) << 8
                | (int) Math.round(255 * colour.getBlue());
    }
}

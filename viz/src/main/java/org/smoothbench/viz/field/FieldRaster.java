package org.smoothbench.viz.field;

import java.util.function.DoubleToIntFunction;
import java.util.function.IntUnaryOperator;
import javafx.scene.paint.Color;
import org.smoothbench.viz.chart.ChartStyle;
import org.smoothbench.viz.chart.Raster;

/** Turns a field into pixels; holes are hatched. */
final class FieldRaster {
    /** From stripe to stripe, in logical pixels. */
    private static final double HATCH = 7;

    private static final double STRIPE = 1.6;

    private final ScalarField field;
    private final int width;
    private final int height;
    private final double resolution;
    private final ChartStyle style;

    private FieldRaster(ScalarField field, int width, int height, double resolution, ChartStyle style) {
        this.field = field;
        this.width = width;
        this.height = height;
        this.resolution = resolution;
        this.style = style;
    }

    /**
     * The numbers, interpolated between vertices.
     *
     * @param width in pixels of the picture, as the height
     * @param resolution pixels of the picture per logical pixel
     */
    static Raster ofValues(
            ScalarField field, ColourScale scale, int width, int height, double resolution, ChartStyle style) {
        return new FieldRaster(field, width, height, resolution, style).values(scale::argb);
    }

    /** The classes, each pixel as the nearest vertex. */
    static Raster ofClasses(
            ScalarField field, ClassColours classes, int width, int height, double resolution, ChartStyle style) {
        var colours = new int
                [1 + classes.present().stream().mapToInt(Short::intValue).max().orElse(0)];
        for (short id = 0; id < colours.length; id++) {
            colours[id] = argb(classes.colour(id, style.theme(), style.background()));
        }
        return new FieldRaster(field, width, height, resolution, style).classes(id -> colours[id]);
    }

    private Raster values(DoubleToIntFunction colour) {
        return Raster.of(width, height, (pixelX, pixelY) -> {
            var value = field.at(x(pixelX), y(pixelY));
            return Double.isNaN(value) ? hatched(pixelX, pixelY) : colour.applyAsInt(value);
        });
    }

    private Raster classes(IntUnaryOperator colour) {
        return Raster.of(width, height, (pixelX, pixelY) -> {
            var id = field.classAt(field.nearestColumn(x(pixelX)), field.nearestRow(y(pixelY)));
            return id == ScalarField.NO_CLASS ? hatched(pixelX, pixelY) : colour.applyAsInt(id);
        });
    }

    private double x(int pixel) {
        return field.xRange().min() + (pixel + 0.5) / width * field.xRange().width();
    }

    private double y(int pixel) {
        return field.yRange().max() - (pixel + 0.5) / height * field.yRange().width();
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

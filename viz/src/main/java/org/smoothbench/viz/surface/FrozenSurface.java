package org.smoothbench.viz.surface;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import org.smoothbench.viz.chart.ChartStyle;
import org.smoothbench.viz.chart.Drawing;
import org.smoothbench.viz.chart.Raster;
import org.smoothbench.viz.chart.Surface;
import org.smoothbench.viz.field.FieldTable;

/**
 * What a view showed at one moment, drawn by the software renderer as finely as the file asks for, with its labels. Never
 * changes, so that any thread can draw or save it.
 */
public final class FrozenSurface implements Drawing {
    /** Pixels of the picture per logical pixel in files of vectors. */
    private static final double FINEST = 8;

    private static final double LEAST = 1;

    private final SurfaceFrame frame;
    private final ChartStyle style;
    private final double width;
    private final double height;

    FrozenSurface(SurfaceFrame frame, ChartStyle style, double width, double height) {
        this.frame = frame;
        this.style = style;
        this.width = width;
        this.height = height;
    }

    @Override
    public double width() {
        return width;
    }

    @Override
    public double height() {
        return height;
    }

    @Override
    public String title() {
        return frame.model().words().title();
    }

    /** The same with dark letters on white, whatever the theme of the screen. */
    public FrozenSurface onPaper() {
        return new FrozenSurface(frame, style.onPaper(), width, height);
    }

    /** The same from elsewhere. */
    public FrozenSurface from(CameraPose pose) {
        return new FrozenSurface(frame.from(pose), style, width, height);
    }

    /**
     * Once around, at equal steps; after the last comes the first again.
     *
     * @param count the number of pictures, 1 or more
     * @return the picture of an index from 0
     */
    public IntFunction<Drawing> orbit(int count) {
        return index -> from(frame.pose().orbited(360.0 * index / count, 0));
    }

    @Override
    public void paint(Surface surface) {
        surface.box(new Rectangle2D(0, 0, width, height), 0, style.background());
        var layout = SurfaceLayout.of(frame.model(), surface, style, width, height);
        var area = layout.picture();
        var scale = Math.clamp(surface.resolution(), LEAST, FINEST);
        var still = frame.still(new Viewport(area.getWidth(), area.getHeight()), scale, SurfaceLook.of(style));
        var columns = (int) Math.ceil(area.getWidth() * scale);
        var rows = (int) Math.ceil(area.getHeight() * scale);
        var pixels = new int[Math.multiplyExact(columns, rows)];
        new SoftwarePainter().paint(still, columns, rows, SoftwareRenderer.STILL_FINENESS, pixels);
        var seen = new Rectangle2D(area.getMinX(), area.getMinY(), columns / scale, rows / scale);
        surface.image(Raster.of(columns, rows, pixels), seen);
        new AxisLabels(surface, still, style, area).paint();
        new FramePainter(surface, frame.model(), layout, style).paint(width, height);
    }

    /** A row for each vertex of the field, holes too; in the middle of a morph that of the model's field. */
    @Override
    public Stream<List<String>> table() {
        var words = frame.model().words();
        return FieldTable.of(
                frame.model().field(),
                words.a(),
                words.b(),
                words.value(),
                frame.model().classes());
    }
}

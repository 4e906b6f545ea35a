package org.smoothbench.viz.field;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import org.jspecify.annotations.Nullable;
import org.smoothbench.viz.chart.Axis;
import org.smoothbench.viz.chart.CanvasChart;
import org.smoothbench.viz.chart.CanvasSurface;
import org.smoothbench.viz.chart.ChartStyle;
import org.smoothbench.viz.chart.Drawing;
import org.smoothbench.viz.chart.PlotAxes;
import org.smoothbench.viz.chart.Range;
import org.smoothbench.viz.chart.Raster;

/**
 * A field over a plane as a heat map with contours, or as a map of classes.
 *
 * <p>Pointing at a vertex, or stepping to it with the arrow keys (ten at once with shift), says what is known of it; a click or
 * enter chooses it, escape lets go of it. The wheel zooms about the pointer and dragging moves what is seen; so do + and -, and
 * W, A, S and D; 0, Home or a double click shows everything again. The section's ends can be dragged; with the control key
 * (command on a Mac), arrows move its end B, with shift also its end A. Looks like other charts, see {@link CanvasChart}. FX
 * thread only.
 */
public final class FieldChart extends CanvasChart {
    private static final Dimension2D PREFERRED = new Dimension2D(560, 560);
    private static final double SMALLEST = 180;

    private final FieldModel model = new FieldModel();
    private final FieldPointer pointer =
            new FieldPointer(model, () -> notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
    private Consumer<FieldVertex> chosen = vertex -> {};
    private @Nullable PlotAxes axes;
    private @Nullable Raster picture;

    /** A chart without a field. */
    public FieldChart() {
        super("viz-field", PREFERRED, SMALLEST);
        getChildren().addAll(pointer.nodes());
        for (var observable : model.pictureObservables()) {
            observable.addListener((Observable changed) -> {
                picture = null;
                requestLayout();
            });
        }
        for (var observable : model.otherObservables()) {
            observable.addListener((Observable changed) -> requestLayout());
        }
        model.field.subscribe(this::fieldChanged);
        FieldGestures.install(this);
        FieldKeys.install(this);
    }

    /** What is shown; null for nothing yet. */
    public ObjectProperty<@Nullable ScalarField> fieldProperty() {
        return model.field;
    }

    /** Shows a field. */
    public void setField(@Nullable ScalarField field) {
        model.field.set(field);
    }

    /** What the chart is about; empty for none. */
    public StringProperty titleProperty() {
        return model.title;
    }

    /** What is needed to understand and to repeat it, below the plot; empty for nothing. */
    public StringProperty captionProperty() {
        return model.caption;
    }

    /** The horizontal axis; spans what the field does. */
    public Axis xAxis() {
        return model.x;
    }

    /** The vertical axis; spans what the field does. */
    public Axis yAxis() {
        return model.y;
    }

    /** What the numbers are: title and unit are written at the colour bar, the fixed range is what its colours span. */
    public Axis valueAxis() {
        return model.values;
    }

    /** The colours of numbers; {@link ColourMap#VIRIDIS} by default. */
    public ObjectProperty<ColourMap> colourMapProperty() {
        return model.colourMap;
    }

    /** Numbers or classes. */
    public ObjectProperty<FieldView> viewProperty() {
        return model.view;
    }

    /** The names and colours of classes; null for those of this field, named by number. */
    public ObjectProperty<@Nullable ClassColours> classColoursProperty() {
        return model.classes;
    }

    /** At how many round values contours are drawn, at most; 0 for none. */
    public IntegerProperty contoursProperty() {
        return model.contours;
    }

    /** Whether contours carry their values. */
    public BooleanProperty labelledProperty() {
        return model.labelled;
    }

    /** The size of the diamond |x| + |y| = budget, in the axes' unit; 0 for none. */
    public DoubleProperty budgetProperty() {
        return model.budget;
    }

    /** Whether the borders between classes are drawn over a heat map, too. */
    public BooleanProperty bordersProperty() {
        return model.borders;
    }

    /** Whether a unit is as long across as it is up, as in a plane of two directions; it is by default. */
    public BooleanProperty alikeProperty() {
        return model.alike;
    }

    /**
     * Which part of the plane is seen; {@link PlaneZoom#WHOLE} by default. Bind it in both directions to look at the same part
     * of several fields.
     */
    public ObjectProperty<PlaneZoom> zoomProperty() {
        return model.zoom;
    }

    /** Places with names; live. */
    public ObservableList<PlaneMark> getMarks() {
        return model.marks;
    }

    /** The way of an attack; null for none. */
    public ObjectProperty<@Nullable PlanePath> pathProperty() {
        return model.path;
    }

    /** The line along which a section is taken; null for none. Bind it in both directions to move lines together. */
    public ObjectProperty<@Nullable SectionLine> sectionProperty() {
        return model.section;
    }

    /** The vertex that is pointed at. */
    public ReadOnlyObjectProperty<Optional<FieldVertex>> pointedAtProperty() {
        return pointer.property();
    }

    /** Sets what is done with a vertex that is chosen. */
    public void setOnChosen(Consumer<FieldVertex> action) {
        chosen = action;
    }

    /** Points at the vertex nearest to a place, e.g. because a chart beside this one does; outside the field at none. */
    public void pointAt(double x, double y) {
        pointer.pointNear(x, y);
    }

    /** What the chart shows now, for other threads. */
    public Drawing freeze() {
        return frozen(style());
    }

    /** What the chart shows now with dark letters on white, for other threads. */
    public Drawing freezeOnPaper() {
        return frozen(style().onPaper());
    }

    private FrozenField frozen(ChartStyle look) {
        var size = drawnSize();
        return new FrozenField(model.content(), look, size.getWidth(), size.getHeight());
    }

    @Override
    protected void restyle() {
        picture = null;
        requestLayout();
    }

    @Override
    protected void paint(CanvasSurface surface, Rectangle2D bounds) {
        var painted =
                new FrozenField(model.content(), style(), getWidth(), getHeight()).paint(surface, bounds, picture);
        axes = painted.axes();
        picture = painted.picture();
        pointer.follow(axes, getWidth(), getHeight());
    }

    private void fieldChanged(@Nullable ScalarField now) {
        pointer.fieldChanged(now);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    @Nullable
    PlotAxes axes() {
        return axes;
    }

    FieldModel model() {
        return model;
    }

    /** Zooms about a pixel, or about the middle of the plane if it lies elsewhere. */
    void zoomAbout(double pixelX, double pixelY, double times) {
        var field = model.field.get();
        if (field == null || axes == null) {
            return;
        }
        var area = axes.area();
        var isInside = area.contains(pixelX, pixelY);
        var x = isInside ? pixelX : (area.getMinX() + area.getMaxX()) / 2;
        var y = isInside ? pixelY : (area.getMinY() + area.getMaxY()) / 2;
        model.zoom.set(
                model.zoom.get().zoomed(times, share(axes.xAt(x), field.xRange()), share(axes.yAt(y), field.yRange())));
    }

    /** Brings a vertex into sight. */
    void reveal(FieldVertex vertex) {
        var field = model.field.get();
        if (field != null) {
            model.zoom.set(
                    model.zoom.get().showing(share(vertex.x(), field.xRange()), share(vertex.y(), field.yRange())));
        }
    }

    private static double share(double value, Range whole) {
        return Math.clamp((value - whole.min()) / whole.width(), 0, 1);
    }

    void choose() {
        pointedAtProperty().get().ifPresent(chosen);
    }

    void point(Optional<FieldVertex> vertex) {
        pointer.point(vertex);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.TEXT) {
            return pointedAtProperty()
                    .get()
                    .map(vertex -> FieldWords.of(vertex, model).replace('\n', ';'))
                    .orElseGet(() -> FieldWords.summary(model));
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }
}

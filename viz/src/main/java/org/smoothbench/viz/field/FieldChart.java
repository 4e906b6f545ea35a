package org.smoothbench.viz.field;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import org.jspecify.annotations.Nullable;
import org.smoothbench.viz.chart.Axis;
import org.smoothbench.viz.chart.CanvasSurface;
import org.smoothbench.viz.chart.ChartNote;
import org.smoothbench.viz.chart.ChartStyle;
import org.smoothbench.viz.chart.Drawing;
import org.smoothbench.viz.chart.PlotAxes;
import org.smoothbench.viz.chart.Raster;
import org.smoothbench.viz.chart.StyledChart;

/**
 * A field over a plane as a heat map with contours, or as a map of classes.
 *
 * <p>Pointing at a vertex, or stepping to it with the arrow keys (ten at once with shift), says what is known of it; a click or
 * enter chooses it, escape lets go of it. The section's ends can be dragged; with the control key, arrows move its end B, with
 * shift also its end A. Looks like other charts, see {@link StyledChart}. FX thread only.
 */
public final class FieldChart extends StyledChart {
    private static final double PREFERRED_WIDTH = 560;
    private static final double PREFERRED_HEIGHT = 560;
    private static final double SMALLEST = 180;

    private final FieldModel model = new FieldModel();
    private final ReadOnlyObjectWrapper<Optional<FieldVertex>> pointedAt =
            new ReadOnlyObjectWrapper<>(this, "pointedAt", Optional.empty());
    private final Canvas canvas = new Canvas();
    private final Canvas overlay = new Canvas();
    private final ChartNote note = new ChartNote();
    private Consumer<FieldVertex> chosen = vertex -> {};
    private @Nullable PlotAxes axes;
    private @Nullable Raster picture;

    /** A chart without a field. */
    public FieldChart() {
        getStyleClass().add("viz-field");
        overlay.setMouseTransparent(true);
        getChildren().addAll(canvas, overlay, note);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
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
        return pointedAt.getReadOnlyProperty();
    }

    /** Sets what is done with a vertex that is chosen. */
    public void setOnChosen(Consumer<FieldVertex> action) {
        chosen = action;
    }

    /** Points at the vertex nearest to a place, e.g. because a chart beside this one does; outside the field at none. */
    public void pointAt(double x, double y) {
        var field = model.field.get();
        var isInside =
                field != null && field.xRange().contains(x) && field.yRange().contains(y);
        point(
                isInside
                        ? Optional.of(FieldVertex.of(field, field.nearestColumn(x), field.nearestRow(y)))
                        : Optional.empty());
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
        var laidOut = getWidth() > 0 && getHeight() > 0;
        return new FrozenField(
                model.content(),
                look,
                laidOut ? getWidth() : PREFERRED_WIDTH,
                laidOut ? getHeight() : PREFERRED_HEIGHT);
    }

    @Override
    protected void restyle() {
        picture = null;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        for (var layer : List.of(canvas, overlay)) {
            layer.setWidth(getWidth());
            layer.setHeight(getHeight());
        }
        var g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        var inner = new Rectangle2D(
                snappedLeftInset(),
                snappedTopInset(),
                Math.max(1, getWidth() - snappedLeftInset() - snappedRightInset()),
                Math.max(1, getHeight() - snappedTopInset() - snappedBottomInset()));
        var look = style();
        var painted = new FrozenField(model.content(), look, getWidth(), getHeight())
                .paint(new CanvasSurface(g, look.small().getFamily()), inner, picture);
        axes = painted.axes();
        picture = painted.picture();
        showPointer();
    }

    private void fieldChanged(@Nullable ScalarField now) {
        // The same place may hold another number now.
        pointedAt.get().ifPresent(vertex -> {
            if (now == null || vertex.column() >= now.columns() || vertex.row() >= now.rows()) {
                point(Optional.empty());
            } else {
                point(Optional.of(FieldVertex.of(now, vertex.column(), vertex.row())));
            }
        });
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    @Nullable
    PlotAxes axes() {
        return axes;
    }

    FieldModel model() {
        return model;
    }

    void choose() {
        pointedAt.get().ifPresent(chosen);
    }

    void point(Optional<FieldVertex> vertex) {
        if (!pointedAt.get().equals(vertex)) {
            pointedAt.set(vertex);
            showPointer();
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    private void showPointer() {
        var g = overlay.getGraphicsContext2D();
        g.clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
        var vertex = pointedAt.get();
        if (vertex.isEmpty() || axes == null) {
            note.vanish();
            return;
        }
        var x = axes.x(vertex.get().x());
        var y = axes.y(vertex.get().y());
        g.setLineWidth(3.4);
        g.setStroke(PlanePainter.INK);
        g.strokeOval(x - 6, y - 6, 12, 12);
        g.setLineWidth(1.6);
        g.setStroke(PlanePainter.PAPER);
        g.strokeOval(x - 6, y - 6, 12, 12);
        note.showBeside(x, y, getWidth(), getHeight(), FieldWords.of(vertex.get(), model));
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.TEXT) {
            return pointedAt
                    .get()
                    .map(vertex -> FieldWords.of(vertex, model).replace('\n', ';'))
                    .orElseGet(() -> FieldWords.summary(model));
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    protected double computePrefWidth(double forHeight) {
        return PREFERRED_WIDTH;
    }

    @Override
    protected double computePrefHeight(double forWidth) {
        return PREFERRED_HEIGHT;
    }

    @Override
    protected double computeMinWidth(double forHeight) {
        return SMALLEST;
    }

    @Override
    protected double computeMinHeight(double forWidth) {
        return SMALLEST;
    }
}

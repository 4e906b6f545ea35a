package org.smoothbench.viz.scatter;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.smoothbench.viz.chart.Axis;
import org.smoothbench.viz.chart.CanvasChart;
import org.smoothbench.viz.chart.CanvasSurface;
import org.smoothbench.viz.chart.ChartNote;
import org.smoothbench.viz.chart.Drawing;
import org.smoothbench.viz.chart.PlotAxes;

/**
 * Points in the plane. Pointing at one, or stepping to it with left and right, says what it is; a click or enter chooses it.
 * Looks like other charts, see {@link CanvasChart}. FX thread only.
 */
public final class ScatterChart extends CanvasChart {
    private static final double REACH = 16;
    private static final Dimension2D PREFERRED = new Dimension2D(640, 420);
    private static final double SMALLEST = 160;

    private final Axis x = new Axis();
    private final Axis y = new Axis();
    private final ObservableList<ScatterPoint> points = FXCollections.observableArrayList();
    private final ObservableList<String> notes = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<ScatterPoint>> pointedAt =
            new ReadOnlyObjectWrapper<>(this, "pointedAt", Optional.empty());
    private final ChartNote note = new ChartNote();
    private Consumer<ScatterPoint> chosen = point -> {};
    private @Nullable PlotAxes axes;

    /** A chart without points. */
    public ScatterChart() {
        super("viz-scatter", PREFERRED, SMALLEST);
        getChildren().add(note);
        points.addListener((Observable changed) -> pointsChanged());
        notes.addListener((Observable changed) -> requestLayout());
        for (var axis : List.of(x, y)) {
            for (var observable : axis.observables()) {
                observable.addListener((Observable changed) -> requestLayout());
            }
        }
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> pointAt(nearest(event.getX(), event.getY())));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> pointAt(Optional.empty()));
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            requestFocus();
            nearest(event.getX(), event.getY()).ifPresent(chosen);
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    /** The horizontal axis. */
    public Axis xAxis() {
        return x;
    }

    /** The vertical axis. */
    public Axis yAxis() {
        return y;
    }

    /** The points; live. Those that come later cover those before. */
    public ObservableList<ScatterPoint> getPoints() {
        return points;
    }

    /** What has to be said of the reference points, such as how they were measured; a line each above the plot; live. */
    public ObservableList<String> getNotes() {
        return notes;
    }

    /** The point that is pointed at. */
    public ReadOnlyObjectProperty<Optional<ScatterPoint>> pointedAtProperty() {
        return pointedAt.getReadOnlyProperty();
    }

    /** Sets what is done with a point that is chosen. */
    public void setOnChosen(Consumer<ScatterPoint> action) {
        chosen = action;
    }

    /** What the chart shows now, for other threads. */
    public Drawing freeze(String title) {
        var size = drawnSize();
        return new FrozenScatter(
                title,
                x.copy(),
                y.copy(),
                List.copyOf(points),
                List.copyOf(notes),
                style(),
                size.getWidth(),
                size.getHeight());
    }

    @Override
    protected void paint(CanvasSurface surface, Rectangle2D bounds) {
        axes = new FrozenScatter("", x, y, List.copyOf(points), List.copyOf(notes), style(), getWidth(), getHeight())
                .paint(surface, bounds);
        showNote();
    }

    private void pointsChanged() {
        pointedAt.get().filter(point -> !points.contains(point)).ifPresent(gone -> pointAt(Optional.empty()));
        requestLayout();
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private Optional<ScatterPoint> nearest(double pixelX, double pixelY) {
        var laidOut = axes;
        if (laidOut == null) {
            return Optional.empty();
        }
        return points.stream()
                .filter(point -> distance(laidOut, point, pixelX, pixelY) <= REACH)
                .min(Comparator.comparingDouble(point -> distance(laidOut, point, pixelX, pixelY)));
    }

    private static double distance(PlotAxes axes, ScatterPoint point, double pixelX, double pixelY) {
        return Math.hypot(axes.x(point.x()) - pixelX, axes.y(point.y()) - pixelY);
    }

    private void pointAt(Optional<ScatterPoint> point) {
        if (!pointedAt.get().equals(point)) {
            pointedAt.set(point);
            showNote();
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    private void showNote() {
        var point = pointedAt.get();
        if (point.isEmpty() || axes == null) {
            note.vanish();
            return;
        }
        note.showBeside(axes.x(point.get().x()), axes.y(point.get().y()), getWidth(), getHeight(), words(point.get()));
    }

    private String words(ScatterPoint point) {
        var place = x.titleProperty().get() + " " + reading(x, point.x(), point.xDeviation()) + "\n"
                + y.titleProperty().get() + " " + reading(y, point.y(), point.yDeviation());
        var details = point.details().isEmpty() ? "" : "\n" + String.join("\n", point.details());
        return point.label() + "\n" + place + details;
    }

    private static String reading(Axis axis, double value, double deviation) {
        return axis.reading(value) + (Double.isFinite(deviation) ? " ± " + axis.reading(deviation) : "");
    }

    private void keyPressed(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> step(event, -1);
            case RIGHT -> step(event, 1);
            case ENTER, SPACE -> {
                pointedAt.get().ifPresent(chosen);
                event.consume();
            }
            default -> {}
        }
    }

    private void step(KeyEvent event, int direction) {
        var sorted = points.stream()
                .sorted(Comparator.comparingDouble(ScatterPoint::x))
                .toList();
        if (!sorted.isEmpty()) {
            var at = pointedAt.get().map(sorted::indexOf).orElse(direction > 0 ? -1 : sorted.size());
            pointAt(Optional.of(sorted.get(Math.clamp(at + direction, 0, sorted.size() - 1))));
        }
        event.consume();
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.TEXT) {
            return pointedAt
                    .get()
                    .map(point -> words(point).replace('\n', ';'))
                    .orElseGet(() ->
                            points.size() + " points of " + y.titleProperty().get() + " against "
                                    + x.titleProperty().get());
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }
}

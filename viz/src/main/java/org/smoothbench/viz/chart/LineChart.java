package org.smoothbench.viz.chart;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.scene.control.Label;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.smoothbench.viz.palette.SeriesPalette;

/**
 * A line chart of series that may still grow, with one or two vertical axes.
 *
 * <p>The wheel zooms x about the pointer, dragging pans, a double click shows everything again; hovering reads values out.
 * With the keyboard: left and right move the crosshair (with shift, the picture), + and - zoom, 0 resets; the legend's
 * entries are switches. New points are drawn at most ten times a second and only while the chart can be seen.
 *
 * <p>Style class {@code viz-chart}; colours come from {@code -viz-background}, {@code -viz-text}, {@code -viz-muted} and
 * {@code -viz-grid}, the font from the inherited {@code -fx-font}. Whether {@code -viz-text} is light or dark selects the
 * colours of the series. A series holds on to the charts that show it until it is removed from them. FX thread only.
 */
public final class LineChart extends StyledChart {
    private static final double GAP = 6;
    private static final double PREFERRED_WIDTH = 480;
    private static final double PREFERRED_HEIGHT = 320;
    private static final double SMALLEST_PLOT = 120;

    private final PlotModel model = new PlotModel();
    private final Label title = new Label();
    private final Legend legend = new Legend(model);
    private final PlotPane plot = new PlotPane(model, this::style);
    private final Map<Series, Subscription> subscriptions = new HashMap<>();

    /** An empty chart. */
    public LineChart() {
        title.getStyleClass().add("viz-chart-title");
        title.textProperty().bind(model.title);
        getChildren().addAll(title, legend, plot);
        model.title.subscribe(this::requestLayout);
        legend.visibleProperty().subscribe(this::requestLayout);
        for (var observable : model.observables()) {
            observable.addListener((Observable changed) -> plot.gate().changed());
        }
        model.palette.subscribe(this::restyle);
        model.series.addListener(this::seriesChanged);
    }

    /** What the chart is about, e.g. "Accuracy"; empty for none. */
    public StringProperty titleProperty() {
        return model.title;
    }

    /** Sets what the chart is about. */
    public void setTitle(String value) {
        model.title.set(value);
    }

    /** The horizontal axis. */
    public Axis xAxis() {
        return model.x;
    }

    /** The axis of the series with {@link AxisSide#LEFT}; shown if there are any. */
    public Axis leftAxis() {
        return model.left;
    }

    /** The axis of the series with {@link AxisSide#RIGHT}; shown if there are any. */
    public Axis rightAxis() {
        return model.right;
    }

    /** The series in the order of the legend; live, each at most once. */
    public ObservableList<Series> getSeries() {
        return model.series;
    }

    /** What stands in the plot while no visible series has a point; "no measurements yet" by default. */
    public StringProperty emptyTextProperty() {
        return model.emptyText;
    }

    /** Sets what stands in the plot while no visible series has a point. */
    public void setEmptyText(String value) {
        model.emptyText.set(value);
    }

    /**
     * The part of the x axis that is shown, in its unit; null to show all and follow new points. Charts with the same x axis
     * zoom together when these properties are bound to each other in both directions.
     */
    public ObjectProperty<@Nullable Range> zoomProperty() {
        return model.zoom;
    }

    /** Shows all of the x axis and follows new points again. */
    public void resetZoom() {
        model.zoom.set(null);
    }

    /**
     * How much the drawn lines are smoothed: the weight that an exponential moving average gives to what came before, from 0
     * (not at all) to 0.999. The measured values stay, faint, and the read-out has both. Computed on all points.
     */
    public DoubleProperty smoothingProperty() {
        return model.smoothing;
    }

    /** Sets the smoothing; what is outside 0 to 0.999 counts as the nearer end. */
    public void setSmoothing(double weight) {
        model.smoothing.set(weight);
    }

    /** Events that are marked on the x axis; live. */
    public ObservableList<EventMark> getMarks() {
        return model.marks;
    }

    /**
     * The series that stand out, live: while there are any, the others are drawn faint. Pointing at an entry of the legend
     * highlights its series.
     */
    public ObservableSet<Series> getHighlighted() {
        return model.highlighted;
    }

    /**
     * Whether the wheel zooms by itself, as it does by default, or only together with the control key (command on a Mac), so
     * that a page of charts can be scrolled.
     */
    public BooleanProperty wheelZoomsProperty() {
        return model.wheelZooms;
    }

    /** Whether the legend is shown; files have it in any case. */
    public BooleanProperty legendVisibleProperty() {
        return legend.visibleProperty();
    }

    /** Shows or hides the legend, e.g. where one legend serves several charts. */
    public void setLegendVisible(boolean value) {
        legend.setVisible(value);
    }

    /** The colours of the series; {@link SeriesPalette#colourBlindSafe()} by default. */
    public ObjectProperty<SeriesPalette> paletteProperty() {
        return model.palette;
    }

    /**
     * What the chart shows now, at its present size and with all data, for other threads; copies the data. A chart that was
     * not laid out yet gets its preferred size.
     */
    public FrozenChart freeze() {
        var laidOut = getWidth() > 0 && getHeight() > 0;
        return new FrozenChart(
                model.copy(),
                style(),
                laidOut ? getWidth() : PREFERRED_WIDTH,
                laidOut ? getHeight() : PREFERRED_HEIGHT);
    }

    private void seriesChanged(ListChangeListener.Change<? extends Series> change) {
        while (change.next()) {
            change.getRemoved().forEach(this::forget);
            change.getAddedSubList().forEach(this::listenTo);
        }
        legend.refresh();
        restyle();
        requestLayout();
    }

    private void listenTo(Series series) {
        subscriptions.put(
                series,
                Subscription.combine(
                        series.revisionProperty().subscribe(plot.gate()::dataChanged),
                        series.visibleProperty().subscribe(plot.gate()::changed)));
    }

    private void forget(Series series) {
        var subscription = subscriptions.remove(series);
        if (subscription != null) {
            subscription.unsubscribe();
        }
        model.highlighted.remove(series);
    }

    @Override
    protected void restyle() {
        legend.paint(style());
        plot.gate().changed();
    }

    @Override
    protected void layoutChildren() {
        var left = snappedLeftInset();
        var width = getWidth() - left - snappedRightInset();
        var top = snappedTopInset();
        title.setVisible(!model.title.get().isEmpty());
        if (title.isVisible()) {
            var height = snapSizeY(title.prefHeight(width));
            title.resizeRelocate(left, top, width, height);
            top += height + GAP;
        }
        if (legend.isVisible() && !legend.getChildren().isEmpty()) {
            var height = snapSizeY(legend.prefHeight(width));
            legend.resizeRelocate(left, top, width, height);
            top += height + GAP;
        }
        plot.resizeRelocate(left, top, width, Math.max(0, getHeight() - top - snappedBottomInset()));
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + PREFERRED_WIDTH + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + PREFERRED_HEIGHT + snappedBottomInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return snappedLeftInset() + SMALLEST_PLOT + snappedRightInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return snappedTopInset() + SMALLEST_PLOT + snappedBottomInset();
    }
}

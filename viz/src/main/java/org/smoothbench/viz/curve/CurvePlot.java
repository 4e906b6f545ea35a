package org.smoothbench.viz.curve;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.collections.WeakSetChangeListener;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.smoothbench.viz.chart.AxisSide;
import org.smoothbench.viz.chart.LineChart;
import org.smoothbench.viz.chart.LineStyle;
import org.smoothbench.viz.chart.Range;
import org.smoothbench.viz.chart.Series;
import org.smoothbench.viz.palette.SeriesPalette;

/**
 * Draws functions over a domain, with a line chart's zoom, pan, read-out, legend and keys. Plots that stand together share
 * window and hidden curves. Style class {@code viz-curve-plot}. FX thread only.
 */
public final class CurvePlot extends StackPane {
    private static final List<LineStyle> STYLES = List.of(LineStyle.SOLID, LineStyle.DASHED, LineStyle.DOTTED);

    private final LineChart chart = new LineChart();
    private final ObjectProperty<Interval> domain = new SimpleObjectProperty<>(this, "domain", new Interval(-1, 1));
    private final ObjectProperty<@Nullable Interval> window = new SimpleObjectProperty<>(this, "window", null);
    private final ObservableSet<Integer> hidden;
    private final SetChangeListener<Integer> hiddenListener = _ -> showHidden();
    private List<Curve> curves = List.of();

    /**
     * A plot without curves.
     *
     * @param title what it shows, also for those who cannot see it
     * @param hidden the slots that are not drawn; the legend changes it
     */
    public CurvePlot(String title, ObservableSet<Integer> hidden) {
        this.hidden = hidden;
        getStyleClass().add("viz-curve-plot");
        chart.setTitle(title);
        chart.xAxis().setTitle("x");
        chart.setEmptyText("nothing to draw");
        getChildren().add(chart);
        hidden.addListener(new WeakSetChangeListener<>(hiddenListener));
        domain.subscribe(now -> {
            chart.xAxis().setFixedRange(range(now));
            fill();
        });
        window.subscribe(now -> {
            chart.zoomProperty().set(now == null ? null : range(now));
            fill();
        });
        chart.zoomProperty().subscribe(now -> window.set(now == null ? null : new Interval(now.min(), now.max())));
    }

    /** What can be seen without zooming. */
    public ObjectProperty<Interval> domainProperty() {
        return domain;
    }

    /** The part that is seen; null for all of the domain. Bind it in both directions to zoom together. */
    public ObjectProperty<@Nullable Interval> windowProperty() {
        return window;
    }

    /** What the horizontal axis is of; x unless it is said. */
    public void setXTitle(String title) {
        chart.xAxis().setTitle(title);
    }

    /** Shows this part of the vertical axis, cutting off the rest; null to follow the curves. */
    public void setValues(@Nullable Interval values) {
        chart.leftAxis().setFixedRange(values == null ? null : range(values));
    }

    /** Whether the legend is seen; of plots that share hidden curves one is enough. */
    public void setLegendShown(boolean shown) {
        if (chart.lookup(".viz-legend") instanceof Region legend) {
            legend.setPrefHeight(shown ? USE_COMPUTED_SIZE : 0);
            legend.setVisible(shown);
        }
    }

    /** Draws these functions instead, in this order. */
    public void setCurves(List<Curve> now) {
        var sameNames = now.stream()
                .map(CurvePlot::look)
                .toList()
                .equals(curves.stream().map(CurvePlot::look).toList());
        curves = List.copyOf(now);
        if (!sameNames) {
            var series = new ArrayList<Series>();
            curves.forEach(curve -> series.add(series(curve)));
            chart.getSeries().setAll(series);
        }
        fill();
    }

    private static List<Object> look(Curve curve) {
        return List.of(curve.name(), curve.slot());
    }

    private Series series(Curve curve) {
        var series = new Series(curve.name(), AxisSide.LEFT, curve.slot(), lineStyle(curve.slot()));
        series.setVisible(!hidden.contains(curve.slot()));
        series.visibleProperty().subscribe((_, visible) -> {
            if (visible) {
                hidden.remove(curve.slot());
            } else {
                hidden.add(curve.slot());
            }
        });
        return series;
    }

    private void showHidden() {
        for (var i = 0; i < chart.getSeries().size(); i++) {
            chart.getSeries().get(i).setVisible(!hidden.contains(curves.get(i).slot()));
        }
    }

    private void fill() {
        var jumps = curves.stream()
                .flatMap(curve -> curve.jumps().stream())
                .distinct()
                .toList();
        var places = Places.of(
                domain.get(),
                window.get(),
                jumps.stream().filter(domain.get()::contains).toList());
        for (var i = 0; i < curves.size(); i++) {
            var series = chart.getSeries().get(i);
            series.clear();
            for (var x : places) {
                series.append(x, curves.get(i).at(x));
            }
        }
    }

    /** Slots of one colour get different styles, and so do neighbours. */
    static LineStyle lineStyle(int slot) {
        var colours = SeriesPalette.colourBlindSafe().size();
        return STYLES.get((slot % colours + 2 * (slot / colours)) % STYLES.size());
    }

    private static Range range(Interval interval) {
        return new Range(interval.min(), interval.max());
    }
}

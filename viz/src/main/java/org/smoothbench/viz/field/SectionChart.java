package org.smoothbench.viz.field;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.smoothbench.viz.chart.Axis;
import org.smoothbench.viz.chart.AxisSide;
import org.smoothbench.viz.chart.Drawing;
import org.smoothbench.viz.chart.LineChart;
import org.smoothbench.viz.chart.LineStyle;
import org.smoothbench.viz.chart.Range;
import org.smoothbench.viz.chart.Series;

/**
 * What fields are along a line, with a line chart's zoom, read-out, legend and keys: values between vertices are bilinear, and
 * kinks at the lines of the grid stay sharp. Style class {@code viz-section}. FX thread only.
 */
public final class SectionChart extends StackPane {
    private static final List<LineStyle> STYLES = List.of(LineStyle.SOLID, LineStyle.DASHED, LineStyle.DOTTED);
    /** A line that is level or upright to this share of its length is read in the axis' own numbers. */
    private static final double STRAIGHT = 1e-9;

    private final LineChart chart = new LineChart();
    private final ObjectProperty<@Nullable SectionLine> line = new SimpleObjectProperty<>(this, "line", null);
    private final Axis x = new Axis();
    private final Axis y = new Axis();
    private List<SectionCurve> curves = List.of();

    /** A chart without curves. */
    public SectionChart() {
        getStyleClass().add("viz-section");
        chart.setEmptyText("no section yet");
        getChildren().add(chart);
        line.subscribe(this::fill);
    }

    /** What the chart is about. */
    public void setTitle(String title) {
        chart.setTitle(title);
    }

    /** Shows or hides the legend, e.g. where the chart is low and others name the models; files have it in any case. */
    public void setLegendVisible(boolean value) {
        chart.setLegendVisible(value);
    }

    /** Sets what stands in the chart while there is no section. */
    public void setEmptyText(String text) {
        chart.setEmptyText(text);
    }

    /** The line that is followed; null for none. Bind it to that of a {@link FieldChart}. */
    public ObjectProperty<@Nullable SectionLine> lineProperty() {
        return line;
    }

    /** The plane's horizontal axis, for its words; call {@link #setCurves} after changing it. */
    public Axis xAxis() {
        return x;
    }

    /** The plane's vertical axis, for its words; call {@link #setCurves} after changing it. */
    public Axis yAxis() {
        return y;
    }

    /** What the numbers are. */
    public Axis valueAxis() {
        return chart.leftAxis();
    }

    /** Shows these fields instead, in this order. */
    public void setCurves(List<SectionCurve> now) {
        curves = List.copyOf(now);
        var series = new ArrayList<Series>();
        for (var i = 0; i < curves.size(); i++) {
            var curve = curves.get(i);
            series.add(new Series(curve.name(), AxisSide.LEFT, curve.paletteIndex(), STYLES.get(i % STYLES.size())));
        }
        chart.getSeries().setAll(series);
        fill();
    }

    /** What the chart shows now, for other threads; its table has the place in the plane of each value. */
    public Drawing freeze() {
        return frozen(false);
    }

    /** What the chart shows now with dark lines on white, for other threads. */
    public Drawing freezeOnPaper() {
        return frozen(true);
    }

    private Drawing frozen(boolean onPaper) {
        var drawn = chart.freeze();
        return new FrozenSection(
                onPaper ? drawn.onPaper() : drawn,
                line.get(),
                curves,
                x.copy(),
                y.copy(),
                valueAxis().copy());
    }

    private void fill() {
        chart.getSeries().forEach(Series::clear);
        var along = line.get();
        if (along == null || along.length() == 0 || curves.isEmpty()) {
            return;
        }
        var places =
                SectionPlaces.of(along, curves.stream().map(SectionCurve::field).toList());
        var axis = describe(along);
        for (var i = 0; i < curves.size(); i++) {
            var curve = curves.get(i);
            var series = chart.getSeries().get(i);
            for (var share : places) {
                var atX = along.x(share);
                var atY = along.y(share);
                var at = axis.min() + axis.width() * share;
                if (curve.hasBand()) {
                    series.append(at, curve.value(atX, atY), curve.low(atX, atY), curve.high(atX, atY));
                } else {
                    series.append(at, curve.value(atX, atY));
                }
            }
        }
    }

    /** Names the horizontal axis and says what it runs over, from A to B. */
    private Range describe(SectionLine along) {
        var isLevel = Math.abs(along.toY() - along.fromY()) < STRAIGHT * along.length() && along.fromX() < along.toX();
        var isUpright =
                Math.abs(along.toX() - along.fromX()) < STRAIGHT * along.length() && along.fromY() < along.toY();
        var axis = chart.xAxis();
        axis.setUnit(x.unitProperty().get());
        Range range;
        if (isLevel) {
            axis.setTitle(x.titleProperty().get());
            range = new Range(along.fromX(), along.toX());
        } else if (isUpright) {
            axis.setTitle(y.titleProperty().get());
            axis.setUnit(y.unitProperty().get());
            range = new Range(along.fromY(), along.toY());
        } else {
            axis.setTitle("from A to B");
            range = new Range(0, along.length());
        }
        axis.setFixedRange(range);
        return range;
    }
}

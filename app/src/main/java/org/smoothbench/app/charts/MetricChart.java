package org.smoothbench.app.charts;

import javafx.beans.binding.Bindings;
import org.smoothbench.app.charts.ChartSpec.Side;
import org.smoothbench.viz.chart.Axis;
import org.smoothbench.viz.chart.LineChart;

/** Makes charts of what runs measured: the one place where a {@link ChartSpec} becomes a chart. */
public final class MetricChart {

    private MetricChart() {}

    /** A chart that shows lines as they change. */
    public static LineChart of(ChartLines lines) {
        LineChart chart = new LineChart();
        show(chart.leftAxis(), lines.spec().left());
        lines.spec().right().ifPresent(side -> show(chart.rightAxis(), side));
        Bindings.bindContent(chart.getSeries(), lines.series());
        Bindings.bindContent(chart.getMarks(), lines.marks());
        return chart;
    }

    /** Lets a horizontal axis count something else. */
    public static void show(Axis axis, ChartX x) {
        axis.setTitle(x.title());
        axis.setNotation(x.notation());
        axis.setSmallestStep(x.smallestStep());
    }

    private static void show(Axis axis, Side side) {
        axis.setTitle(side.title());
        axis.setUnit(side.unit());
        axis.setFixedRange(side.range().orElse(null));
        axis.setLimits(side.limits().orElse(null));
    }
}

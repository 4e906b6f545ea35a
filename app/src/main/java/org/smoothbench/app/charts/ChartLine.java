package org.smoothbench.app.charts;

import org.smoothbench.core.run.Metric;
import org.smoothbench.viz.chart.AxisSide;
import org.smoothbench.viz.chart.LineStyle;

/**
 * One quantity of a chart.
 *
 * @param metric what is drawn
 * @param name what the legend calls it beside the run's name
 * @param factor from the unit of the file to that of the axis
 * @param side the axis it is read from
 * @param style how it is stroked
 */
public record ChartLine(Metric metric, String name, double factor, AxisSide side, LineStyle style) {

    /** A quantity on the left axis, in the unit of the file. */
    static ChartLine plain(Metric metric) {
        return new ChartLine(metric, metric.label(), 1, AxisSide.LEFT, LineStyle.SOLID);
    }

    /** A share, in percent on the left axis. */
    static ChartLine percent(Metric metric, String name, LineStyle style) {
        return new ChartLine(metric, name, 100, AxisSide.LEFT, style);
    }
}

package org.smoothbench.viz.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.smoothbench.viz.chart.FrozenChart;
import org.smoothbench.viz.chart.Series;

/**
 * All points of a chart as RFC 4180 has it, a line each: {@code series,x_axis,y_axis,x,y,sd,n}; the
 * last two only for means. Numbers are the shortest decimals
 * that read back as the same doubles; what is not a number is {@code NaN}, {@code Infinity} or {@code -Infinity}.
 */
final class CsvData {
    private static final String LINE_END = "\r\n";

    private CsvData() {}

    static void write(FrozenChart chart, OutputStream out) throws IOException {
        Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.write("series,x_axis,y_axis,x,y,sd,n" + LINE_END);
        for (var one : chart.series()) {
            write(one, cell(one.name()) + "," + cell(chart.xCaption()) + "," + cell(chart.yCaption(one)) + ",", csv);
        }
        csv.flush();
    }

    private static void write(Series series, String prefix, Writer csv) throws IOException {
        for (var i = 0; i < series.size(); i++) {
            csv.write(prefix);
            csv.write(Double.toString(series.x(i)));
            csv.write(',');
            csv.write(Double.toString(series.y(i)));
            csv.write(series.hasBand() ? "," + series.deviation(i) + "," + series.count(i) : ",,");
            csv.write(LINE_END);
        }
    }

    private static String cell(String text) {
        var needsQuotes = text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return needsQuotes ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}

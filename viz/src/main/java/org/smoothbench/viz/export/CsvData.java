package org.smoothbench.viz.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.smoothbench.viz.chart.Drawing;

/** The data of a chart as RFC 4180 has it: the names of the columns, then a line for each row. */
final class CsvData {
    private static final String LINE_END = "\r\n";

    private CsvData() {}

    static void write(Drawing chart, OutputStream out) throws IOException {
        Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try (var rows = chart.table()) {
            for (Iterator<List<String>> each = rows.iterator(); each.hasNext(); ) {
                write(each.next(), csv);
            }
        }
        csv.flush();
    }

    private static void write(List<String> row, Writer csv) throws IOException {
        for (var i = 0; i < row.size(); i++) {
            csv.write(i == 0 ? "" : ",");
            csv.write(cell(row.get(i)));
        }
        csv.write(LINE_END);
    }

    private static String cell(String text) {
        var needsQuotes = text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return needsQuotes ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}

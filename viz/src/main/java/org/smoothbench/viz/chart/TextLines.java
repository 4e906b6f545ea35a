package org.smoothbench.viz.chart;

import java.util.ArrayList;
import java.util.List;

/** Divides texts into lines. */
public final class TextLines {
    private TextLines() {}

    /** A text in lines of a width, divided at blanks; a word that is too long stays whole. A new line in it begins one. */
    public static List<String> wrapped(String text, TextMeter meter, double width) {
        var lines = new ArrayList<String>();
        for (var paragraph : text.isEmpty() ? List.<String>of() : List.of(text.split("\n", -1))) {
            var line = "";
            for (var word : paragraph.split(" ", -1)) {
                var longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && meter.width(longer) > width) {
                    lines.add(line);
                    line = word;
                } else {
                    line = longer;
                }
            }
            lines.add(line);
        }
        return lines;
    }
}

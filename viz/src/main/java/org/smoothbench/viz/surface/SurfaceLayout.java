package org.smoothbench.viz.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import org.smoothbench.viz.chart.TextMeter;
import org.smoothbench.viz.chart.Ticks;
import org.smoothbench.viz.field.ScalarField;

/**
 * Where picture, title, colours and caption of a surface lie. Immutable; any thread.
 *
 * @param picture what the surface is drawn in
 * @param bar the strip of colours, or the place of the list of classes
 * @param ticks the labelled heights beside the strip
 * @param classes the classes that are seen, by their number; empty where colour means height
 * @param caption the lines of the caption
 */
record SurfaceLayout(Rectangle2D picture, Rectangle2D bar, Ticks ticks, List<Integer> classes, List<String> caption) {
    static final double PADDING = 10;
    static final double GAP = 6;
    static final double BAR_WIDTH = 12;
    static final double SWATCH = 11;

    private static final double TALLEST_BAR = 220;
    private static final double BAR_SHARE = 0.5;
    /** A caption in a low view must leave room for the surface. */
    private static final double CAPTION_SHARE = 0.25;

    static SurfaceLayout of(SurfaceModel model, double width, double height, TextMeter meter) {
        var line = meter.lineHeight();
        var words = model.words();
        var mostLines = (int) Math.max(1, CAPTION_SHARE * height / line);
        var caption = wrapped(words.caption(), meter, width - 2 * PADDING, mostLines);
        var top = PADDING + (words.title().isEmpty() ? 0 : line + GAP);
        var bottom = height - PADDING - (caption.isEmpty() ? 0 : caption.size() * line + GAP);
        var ticks = Ticks.within(model.scale().values(), 5, 0);
        var classes = model.texture() == SurfaceTexture.CLASSES ? seen(model.field()) : List.<Integer>of();
        var labels = classes.isEmpty()
                ? IntStream.range(0, ticks.count()).mapToObj(ticks::label).toList()
                : classes.stream().map(words::className).toList();
        var widest = labels.stream().mapToDouble(meter::width).max().orElse(0);
        var barHeight = Math.max(1, Math.min(TALLEST_BAR, BAR_SHARE * (bottom - top)));
        var barLeft = width - PADDING - BAR_WIDTH - GAP - widest;
        var bar = new Rectangle2D(barLeft, top + line + GAP, BAR_WIDTH, barHeight);
        var picture = new Rectangle2D(0, top, Math.max(1, barLeft - GAP), Math.max(1, bottom - top));
        return new SurfaceLayout(picture, bar, ticks, classes, caption);
    }

    private static List<Integer> seen(ScalarField field) {
        return field.classes().stream()
                .flatMapToInt(ids -> IntStream.range(0, ids.length).map(i -> ids[i]))
                .filter(id -> id != ScalarField.NO_CLASS)
                .distinct()
                .sorted()
                .boxed()
                .toList();
    }

    /** A text in lines of a width, divided at blanks; what does not fit ends in an ellipsis. */
    static List<String> wrapped(String text, TextMeter meter, double width, int most) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.strip().split("\\s+", -1)) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || meter.width(longer) <= width) {
                line = longer;
                continue;
            }
            if (lines.size() + 1 == most) {
                lines.add(line + " …");
                return lines;
            }
            lines.add(line);
            line = word;
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }
}

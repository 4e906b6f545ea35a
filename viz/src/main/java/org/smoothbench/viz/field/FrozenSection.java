package org.smoothbench.viz.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smoothbench.viz.chart.Axis;
import org.smoothbench.viz.chart.Drawing;
import org.smoothbench.viz.chart.Surface;

/** A section at one moment: looks like the line chart it was, and knows where in the plane its values are. */
final class FrozenSection implements Drawing {
    private final Drawing drawn;
    private final @Nullable SectionLine line;
    private final List<SectionCurve> curves;
    private final Axis x;
    private final Axis y;
    private final Axis values;

    FrozenSection(Drawing drawn, @Nullable SectionLine line, List<SectionCurve> curves, Axis x, Axis y, Axis values) {
        this.drawn = drawn;
        this.line = line;
        this.curves = curves;
        this.x = x;
        this.y = y;
        this.values = values;
    }

    @Override
    public double width() {
        return drawn.width();
    }

    @Override
    public double height() {
        return drawn.height();
    }

    @Override
    public String title() {
        return drawn.title();
    }

    @Override
    public void paint(Surface surface) {
        drawn.paint(surface);
    }

    /** {@code distance,x,y}, then the value of each curve, with {@code low} and {@code high} where it has a band. */
    @Override
    public Stream<List<String>> table() {
        var head = new ArrayList<>(List.of("distance from A", named(x, "x"), named(y, "y")));
        for (var curve : curves) {
            head.add(curve.name() + ", " + named(values, "value"));
            if (curve.hasBand()) {
                head.add(curve.name() + ", low");
                head.add(curve.name() + ", high");
            }
        }
        if (line == null || curves.isEmpty()) {
            return Stream.of(head);
        }
        var along = line;
        var places =
                SectionPlaces.of(along, curves.stream().map(SectionCurve::field).toList());
        return Stream.concat(Stream.of(head), Arrays.stream(places).mapToObj(share -> row(along, share)));
    }

    private List<String> row(SectionLine along, double share) {
        var atX = along.x(share);
        var atY = along.y(share);
        var row = new ArrayList<>(
                List.of(Double.toString(along.length() * share), Double.toString(atX), Double.toString(atY)));
        for (var curve : curves) {
            row.add(Double.toString(curve.value(atX, atY)));
            if (curve.hasBand()) {
                row.add(Double.toString(curve.low(atX, atY)));
                row.add(Double.toString(curve.high(atX, atY)));
            }
        }
        return row;
    }

    private static String named(Axis axis, String otherwise) {
        var caption = axis.dataCaption();
        return caption.isEmpty() ? otherwise : caption;
    }
}

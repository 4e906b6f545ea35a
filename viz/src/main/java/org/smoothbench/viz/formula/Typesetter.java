package org.smoothbench.viz.formula;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.smoothbench.viz.formula.Formula.Cases;
import org.smoothbench.viz.formula.Formula.Fraction;
import org.smoothbench.viz.formula.Formula.Index;
import org.smoothbench.viz.formula.Formula.Mean;
import org.smoothbench.viz.formula.Formula.Power;
import org.smoothbench.viz.formula.Formula.Row;
import org.smoothbench.viz.formula.Formula.Symbol;

/** Gives every part of a formula its size and place, roughly as TeX does. */
final class Typesetter {
    private static final double SMALLER = 0.72;
    private static final double SMALLEST_FONT = 8;
    private static final double RAISE = 0.4;
    private static final double LOWER = 0.2;
    /** Fraction bars and braces are centred at the height of a minus sign. */
    private static final double MIDDLE = 0.27;

    private static final double BAR_GAP = 0.14;
    private static final double LINE_GAP = 0.35;
    private static final double COLUMN_GAP = 1.0;
    private static final double BRACE = 0.36;

    private final double size;

    Typesetter(double size) {
        this.size = size;
    }

    Box set(Formula formula) {
        return switch (formula) {
            case Symbol symbol -> symbol(symbol);
            case Row row -> row.parts().stream().map(this::set).reduce(Box.blank(0), Box::beside);
            case Fraction fraction -> fraction(fraction);
            case Power power -> smaller().set(power.exponent()).moved(0, -RAISE * size);
            case Index index -> smaller().set(index.index()).moved(0, LOWER * size);
            case Mean mean -> mean(mean);
            case Cases cases -> cases(cases);
        };
    }

    private Typesetter smaller() {
        return new Typesetter(Math.max(SMALLEST_FONT, size * SMALLER));
    }

    private Box symbol(Symbol symbol) {
        var text = new Text(symbol.text());
        text.setFont(Font.font(
                "Serif", FontWeight.NORMAL, symbol.italic() ? FontPosture.ITALIC : FontPosture.REGULAR, size));
        text.setTextOrigin(VPos.BASELINE);
        text.getStyleClass().add("viz-formula-text");
        var bounds = text.getLayoutBounds();
        var letters =
                new Box(bounds.getWidth(), -bounds.getMinY(), bounds.getMaxY(), List.of(new Box.Placed(text, 0, 0)));
        return Box.blank(symbol.before() * size).beside(letters).beside(Box.blank(symbol.after() * size));
    }

    private Box fraction(Fraction fraction) {
        var above = smaller().set(fraction.numerator());
        var below = smaller().set(fraction.denominator());
        var room = BAR_GAP * size;
        var width = Math.max(above.width(), below.width()) + 2 * room;
        var bar = new Line(0, 0, width - room, 0);
        bar.getStyleClass().add("viz-formula-line");
        var middle = -MIDDLE * size;
        var line = new Box(width, -middle, middle, List.of(new Box.Placed(bar, room / 2, middle)));
        return line.over(above.moved((width - above.width()) / 2, middle - room - above.descent()))
                .over(below.moved((width - below.width()) / 2, middle + room + below.ascent()));
    }

    private Box mean(Mean mean) {
        var below = set(mean.of());
        var top = -below.ascent() + BAR_GAP * size;
        var bar = new Line(0, 0, below.width(), 0);
        bar.getStyleClass().add("viz-formula-line");
        return below.over(new Box(below.width(), -top, top, List.of(new Box.Placed(bar, 0, top))));
    }

    private Box cases(Cases cases) {
        var values = cases.cases().stream().map(one -> set(one.value())).toList();
        var conditions = cases.cases().stream().map(one -> set(one.condition())).toList();
        var widest = values.stream().mapToDouble(Box::width).max().orElse(0);
        var lines = new Box[values.size()];
        var height = LINE_GAP * size * (lines.length - 1);
        for (var i = 0; i < lines.length; i++) {
            var gap = Box.blank(widest - values.get(i).width() + COLUMN_GAP * size);
            lines[i] = values.get(i).beside(gap).beside(conditions.get(i));
            height += lines[i].height();
        }
        var top = -MIDDLE * size - height / 2;
        var width = 0.0;
        var block = Box.blank(0);
        var y = top;
        for (var line : lines) {
            block = block.over(line.moved(0, y + line.ascent()));
            y += line.height() + LINE_GAP * size;
            width = Math.max(width, line.width());
        }
        var whole = new Box(width, block.ascent(), block.descent(), block.nodes());
        return brace(top, height).beside(whole);
    }

    private Box brace(double top, double height) {
        var w = BRACE * size;
        var half = height / 2;
        var curl = Math.min(w / 2, half / 2);
        var brace = new Polyline(
                w, 0, w / 2, curl, w / 2, half - curl, 0, half, w / 2, half + curl, w / 2, height - curl, w, height);
        // Sharp corners and square ends would stick out of the box.
        brace.setStrokeLineJoin(StrokeLineJoin.ROUND);
        brace.setStrokeLineCap(StrokeLineCap.ROUND);
        brace.getStyleClass().add("viz-formula-line");
        return new Box(w * 1.4, -top, top + height, List.of(new Box.Placed(brace, 0, top)));
    }
}

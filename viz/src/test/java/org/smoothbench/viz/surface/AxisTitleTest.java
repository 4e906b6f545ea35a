package org.smoothbench.viz.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.smoothbench.viz.chart.TextMeter;

class AxisTitleTest {
    private static final Rectangle2D AREA = new Rectangle2D(0, 0, 300, 200);

    /** Ten pixels a letter. */
    private static final TextMeter METER = new TextMeter() {
        @Override
        public double width(String text) {
            return 10.0 * text.length();
        }

        @Override
        public double lineHeight() {
            return 12;
        }
    };

    @Test
    void titlesThatDoNotMeetStayWhereTheyAre() {
        var one = new AxisTitle("a: PGD", 220, 190);
        var other = new AxisTitle("b: random", 70, 190);
        assertThat(AxisTitle.apart(one, other, AREA, METER)).containsExactly(one, other);
        var above = new AxisTitle("b: random", 200, 170);
        assertThat(AxisTitle.apart(one, above, AREA, METER)).containsExactly(one, above);
    }

    @Test
    void titlesThatMeetAreMovedApartWithinThePicture() {
        var titles = AxisTitle.apart(
                new AxisTitle("a: PGD-10", 160, 190), new AxisTitle("b: random", 140, 190), AREA, METER);
        var left = titles.getFirst();
        var right = titles.getLast();
        assertThat(left.text()).isEqualTo("b: random");
        assertThat(right.left(METER) - left.right(METER)).isCloseTo(10, within(1e-9));
        assertThat(left.left(METER)).isNotNegative();
        assertThat(right.right(METER)).isLessThanOrEqualTo(300);
    }

    @Test
    void whereThereIsNoRoomUnitsAreLeftOut() {
        var titles = AxisTitle.apart(
                new AxisTitle("a: filters [lengths]", 160, 190),
                new AxisTitle("b: second [lengths]", 100, 190),
                AREA,
                METER);
        assertThat(titles).extracting(AxisTitle::text).containsExactly("b: second", "a: filters");
        assertThat(titles.getLast().left(METER)).isGreaterThan(titles.getFirst().right(METER));
    }
}

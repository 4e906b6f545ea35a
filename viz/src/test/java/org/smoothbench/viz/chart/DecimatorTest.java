package org.smoothbench.viz.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecimatorTest {
    private static final Range X = new Range(0, 100);

    @Test
    void keepsEveryPointOfASparseSeries() {
        assertThat(Points.outline(Points.series(1, 10, 1.5, 12, 40, 30), X))
                .containsExactly("M1,10", "L1.500,12", "L40,30");
    }

    @Test
    void keepsFirstLowestHighestAndLastOfAColumnInTheirOrder() {
        var series = Points.series(1, 50, 1.1, 90, 1.2, 60, 1.3, 10, 1.4, 55, 1.5, 52, 3, 40);

        assertThat(Points.outline(series, X)).containsExactly("M1,50", "L1.100,90", "L1.300,10", "L1.500,52", "L3,40");
    }

    @Test
    void aSingleSpikeAmongManyPointsSurvives() {
        var series = Points.series();
        for (var i = 0; i < 100_000; i++) {
            series.append(i / 1000.0, i == 43_210 ? 999 : 5);
        }

        var path = Points.outline(series, X);

        assertThat(path).contains("L43.21,999").hasSizeLessThanOrEqualTo(4 * 101);
    }

    @Test
    void breaksTheLineAtGapsAndKeepsLonelyPoints() {
        var series = Points.series(1, 10, 2, 20, 3, Double.NaN, 4, 40, 5, Double.POSITIVE_INFINITY, 6, 60, 7, 70);

        assertThat(Points.outline(series, X)).containsExactly("M1,10", "L2,20", "M4,40", "P4,40", "M6,60", "L7,70");
    }

    @Test
    void aGapInsideOneColumnStillBreaksTheLine() {
        assertThat(Points.outline(Points.series(1, 10, 1.1, Double.NaN, 1.2, 12), X))
                .containsExactly("M1,10", "P1,10", "M1.200,12", "P1.200,12");
    }

    @Test
    void goesBackWhereXGoesBack() {
        assertThat(Points.outline(Points.series(10, 1, 30, 3, 20, 2), X)).containsExactly("M10,1", "L30,3", "L20,2");
    }

    @Test
    void leadsToTheNextPointBeyondTheWindow() {
        var series = Points.series(10, 1, 20, 2, 30, 3, 40, 4, 50, 5);

        assertThat(Points.outline(series, new Range(25, 35))).containsExactly("M-5,2", "L5,3", "L15,4");
        assertThat(Points.outline(series, new Range(20, 40)))
                .containsExactly("M-10,1", "L0,2", "L10,3", "L20,4", "L30,5");
    }

    @Test
    void drawsNothingOfNothing() {
        assertThat(Points.outline(Points.series(), X)).isEmpty();
        assertThat(Points.outline(Points.series(1, Double.NaN), X)).isEmpty();
    }
}

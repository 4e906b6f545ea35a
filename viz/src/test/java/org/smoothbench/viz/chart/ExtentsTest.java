package org.smoothbench.viz.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExtentsTest {
    @Test
    void holdsAllSeries() {
        var series = List.of(Points.series(3, 80, 9, 95), Points.series(1, 70, 0, 99));

        assertThat(Extents.ofX(series, false)).isEqualTo(new Range(0, 9));
        assertThat(Extents.ofY(series, new Range(0, 9), new Axis())).isEqualTo(new Range(70, 99));
    }

    @Test
    void ignoresGapsInYButNotInX() {
        var series = List.of(Points.series(1, 50, 2, 60, 3, Double.NaN));

        assertThat(Extents.ofX(series, false)).isEqualTo(new Range(1, 3));
        assertThat(Extents.ofY(series, new Range(1, 3), new Axis())).isEqualTo(new Range(50, 60));
    }

    @Test
    void followsTheLinesInTheWindowOnly() {
        var series = List.of(Points.series(0, 900, 10, 80, 20, 70, 30, 60, 40, 600));

        assertThat(Extents.ofY(series, new Range(12, 18), new Axis())).isEqualTo(new Range(70, 80));
        assertThat(Extents.ofY(series, new Range(11, 29), new Axis())).isEqualTo(new Range(60, 80));
    }

    @Test
    void beginsAtZeroWhereItAlmostDoes() {
        assertThat(Extents.ofY(List.of(Points.series(1, 0.3, 2, 2.1)), new Range(1, 2), new Axis()))
                .isEqualTo(new Range(0, 2.1));
    }

    @Test
    void nothingIsFromZeroToOne() {
        assertThat(Extents.ofX(List.of(), false)).isEqualTo(new Range(0, 1));
    }
}

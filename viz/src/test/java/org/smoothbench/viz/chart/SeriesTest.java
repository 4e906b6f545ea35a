package org.smoothbench.viz.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesTest {
    @Test
    void growsAndKeepsEveryPoint() {
        var series = Points.series();
        for (var i = 0; i < 1000; i++) {
            series.append(i, -i);
        }

        assertThat(series.size()).isEqualTo(1000);
        assertThat(series.x(999)).isEqualTo(999);
        assertThat(series.y(999)).isEqualTo(-999);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> series.y(1000));
    }

    @Test
    void findsTheNearestPoint() {
        var series = Points.series(1, 10, 2, 20, 4, 40);

        assertThat(series.nearest(-5)).isEqualTo(0);
        assertThat(series.nearest(2.9)).isEqualTo(1);
        assertThat(series.nearest(3.1)).isEqualTo(2);
        assertThat(series.nearest(99)).isEqualTo(2);
        assertThat(Points.series().nearest(1)).isEqualTo(-1);
    }

    @Test
    void ofPointsAtOnePlaceTheLastIsNearest() {
        assertThat(Points.series(1, 10, 1, 11, 1, 12).nearest(0)).isEqualTo(2);
        assertThat(Points.series(1, 10, 2, 20, 2, 21, 3, 30).nearest(1.9)).isEqualTo(2);
    }

    @Test
    void findsTheNearestPointAlsoWhereXWentBack() {
        var resumed = Points.series(1, 10, 2, 20, 3, 30, 2, 21, 3, 31);

        assertThat(resumed.isAscending()).isFalse();
        assertThat(resumed.nearest(2.1)).isEqualTo(3);
        assertThat(resumed.nearest(9)).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e301})
    void whatCannotBeDrawnIsKeptAsAGap(double y) {
        var series = Points.series(1, y);

        assertThat(series.y(0)).isEqualTo(Double.valueOf(y));
        assertThat(series.isDrawn(0)).isFalse();
        assertThat(series.nearest(1)).isZero();
    }

    @Test
    void rejectsAnXThatIsNoPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Points.series().append(Double.NaN, 1))
                .withMessageContaining("NaN");
    }

    @Test
    void tellsOfManyNewPointsOnce() {
        var series = Points.series();
        var events = new AtomicInteger();
        series.revisionProperty().subscribe(events::incrementAndGet);

        series.append(1, 1);
        series.append(2, 2);
        assertThat(events).hasValue(1);

        assertThat(series.revisionProperty().get()).isEqualTo(2);
        series.clear();
        assertThat(events).hasValue(2);
        assertThat(series.size()).isZero();
    }
}

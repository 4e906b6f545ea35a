package org.smoothbench.viz.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.smoothbench.viz.chart.Range;

class PlaneZoomTest {
    private static final Range WHOLE = new Range(-2, 2);

    @Test
    void showsAPartOfTheWhole() {
        assertThat(PlaneZoom.WHOLE.x(WHOLE)).isEqualTo(WHOLE);
        var quarter = new PlaneZoom(4, 0.5, 0.25);
        assertThat(quarter.x(WHOLE)).isEqualTo(new Range(-0.5, 0.5));
        assertThat(quarter.y(WHOLE)).isEqualTo(new Range(-1.5, -0.5));
    }

    @Test
    void thePlaceItIsZoomedAboutStaysWhereItIsSeen() {
        // 0.3 of the whole is seen at 0.3 of the picture; after zooming three times larger it still is.
        var near = PlaneZoom.WHOLE.zoomed(3, 0.3, 0.8);
        assertThat(near.factor()).isEqualTo(3);
        var x = near.x(new Range(0, 1));
        var y = near.y(new Range(0, 1));
        assertThat((0.3 - x.min()) / x.width()).isCloseTo(0.3, within(1e-12));
        assertThat((0.8 - y.min()) / y.width()).isCloseTo(0.8, within(1e-12));
        assertThat(near.zoomed(1 / 3.0, 0.3, 0.8)).isEqualTo(PlaneZoom.WHOLE);
    }

    @Test
    void nothingBeyondThePlaneIsSeen() {
        var corner = PlaneZoom.WHOLE.zoomed(2, 0.5, 0.5).moved(5, -5);
        assertThat(corner.x(WHOLE)).isEqualTo(new Range(0, 2));
        assertThat(corner.y(WHOLE)).isEqualTo(new Range(-2, 0));
        assertThat(PlaneZoom.WHOLE.moved(0.3, 0.3)).isEqualTo(PlaneZoom.WHOLE);
        assertThat(PlaneZoom.WHOLE.zoomed(0.1, 0.2, 0.2)).isEqualTo(PlaneZoom.WHOLE);
        assertThat(PlaneZoom.WHOLE.zoomed(1e9, 0.2, 0.2).factor()).isEqualTo(PlaneZoom.MOST);
        assertThatThrownBy(() -> new PlaneZoom(Double.NaN, 0.5, 0.5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPlaceIsBroughtIntoSightByTheShortestWay() {
        var near = new PlaneZoom(4, 0.5, 0.5);
        assertThat(near.showing(0.55, 0.45)).as("it is seen already").isEqualTo(near);
        assertThat(near.showing(0.75, 0.5)).isEqualTo(new PlaneZoom(4, 0.625, 0.5));
        assertThat(near.showing(0, 1)).isEqualTo(new PlaneZoom(4, 0.125, 0.875));
    }
}

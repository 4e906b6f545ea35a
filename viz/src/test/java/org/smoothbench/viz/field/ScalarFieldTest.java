package org.smoothbench.viz.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.smoothbench.viz.chart.Range;

class ScalarFieldTest {
    private static final float NAN = Float.NaN;

    @Test
    void betweenVerticesItIsBilinear() {
        var field = Fields.of(5, 3, new Range(-2, 2), new Range(0, 4), (x, y) -> 1 + 2 * x - 3 * y + 0.5 * x * y);

        for (var x = -2.0; x <= 2; x += 0.19) {
            for (var y = 0.0; y <= 4; y += 0.23) {
                // Bilinear functions are met exactly, up to the single precision of the values, at most 19 here.
                assertThat(field.at(x, y)).isCloseTo(1 + 2 * x - 3 * y + 0.5 * x * y, within(2e-6));
            }
        }
        assertThat(field.at(2, 4)).isEqualTo(field.value(4, 2));
        assertThat(field.at(2.001, 4)).isNaN();
        assertThat(field.at(0, -0.001)).isNaN();
        assertThat(field.at(Double.NaN, 1)).isNaN();
    }

    @Test
    void aHoleHasASayOnlyInItsCells() {
        var field = ScalarField.of(3, 2, new Range(0, 2), new Range(0, 1), new float[] {1, 2, NAN, 4, 5, 6});

        assertThat(field.at(0.5, 0.5)).isEqualTo(3);
        assertThat(field.at(1.5, 0.5)).isNaN();
        assertThat(field.at(1, 0.5)).as("on the edge of the cell").isEqualTo(3.5);
        assertThat(field.at(2, 1)).as("a sound corner of the cell").isEqualTo(6);
        assertThat(field.at(1.5, 1)).as("along a sound edge").isEqualTo(5.5);
    }

    @Test
    void holesCountNeitherInEndsNorInQuantiles() {
        var field = ScalarField.of(3, 2, new Range(0, 2), new Range(0, 1), new float[] {
            3, NAN, 1, Float.POSITIVE_INFINITY, 2, Float.NEGATIVE_INFINITY
        });

        assertThat(field.holes()).isEqualTo(3);
        assertThat(field.min()).isEqualTo(1);
        assertThat(field.max()).isEqualTo(3);
        assertThat(field.quantile(0.5)).isEqualTo(2);
        assertThat(field.quantile(0.25)).isEqualTo(1.5);
        assertThat(field.valueRange()).contains(new Range(1, 3));
        assertThat(field.value(0, 1)).isNaN();
    }

    @Test
    void onlyHolesHaveNoEnds() {
        var field = ScalarField.of(2, 2, new Range(0, 1), new Range(0, 1), new float[] {NAN, NAN, NAN, NAN});

        assertThat(field.min()).isNaN();
        assertThat(field.quantile(0.9)).isNaN();
        assertThat(field.valueRange()).isEmpty();
        assertThat(field.holes()).isEqualTo(4);
    }

    @Test
    void knowsWhereItsVerticesLie() {
        var field = Fields.of(101, 51, new Range(-2, 2), new Range(-0.3, 0.3), (x, y) -> 0);

        assertThat(field.x(0)).isEqualTo(-2);
        assertThat(field.x(50)).isZero();
        assertThat(field.x(100)).isEqualTo(2);
        assertThat(field.y(25)).isZero();
        assertThat(field.y(50)).isEqualTo(0.3);
        assertThat(field.nearestColumn(0.021)).isEqualTo(51);
        assertThat(field.nearestColumn(-7)).isZero();
        assertThat(field.nearestRow(9)).isEqualTo(50);
    }

    @Test
    void sharesNoArray() {
        var values = new float[] {1, 2, 3, 4};
        var ids = new short[] {0, 1, 2, ScalarField.NO_CLASS};
        var field =
                ScalarField.of(2, 2, new Range(0, 1), new Range(0, 1), values).withClasses(ids);
        values[0] = 9;
        ids[0] = 9;
        field.values()[1] = 9;
        field.classes().orElseThrow()[1] = 9;

        assertThat(field.values()).containsExactly(1, 2, 3, 4);
        assertThat(field.classAt(0, 0)).isZero();
        assertThat(field.classAt(1, 0)).isEqualTo((short) 1);
        assertThat(field.classAt(1, 1)).isEqualTo(ScalarField.NO_CLASS);
    }

    @Test
    void refusesWhatIsNoGrid() {
        var unit = new Range(0, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScalarField.of(1, 4, unit, unit, new float[4]))
                .withMessageContaining("1 and 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScalarField.of(2, 3, unit, unit, new float[5]))
                .withMessageContaining("values, not 5");
        var field = ScalarField.of(2, 2, unit, unit, new float[4]);
        assertThatIllegalArgumentException().isThrownBy(() -> field.withClasses(new short[3]));
        assertThatIllegalArgumentException().isThrownBy(() -> field.withClasses(new short[] {0, 0, -2, 0}));
        assertThatIllegalArgumentException().isThrownBy(() -> field.quantile(1.1));
    }
}

package org.smoothbench.viz.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.smoothbench.viz.chart.Range;

class ColourMapTest {
    /** The ends as they are published. */
    @ParameterizedTest
    @CsvSource({
        "VIRIDIS, #440154, #fde725",
        "CIVIDIS, #00224e, #fee838",
        "MAGMA, #000004, #fcfdbf",
        "COOLWARM, #3b4cc0, #b40426"
    })
    void endsAreThePublishedOnes(ColourMap map, String first, String last) {
        assertClose(map.colour(0), Color.web(first));
        assertClose(map.colour(1), Color.web(last));
    }

    @ParameterizedTest
    @EnumSource(
            value = ColourMap.class,
            names = {"VIRIDIS", "CIVIDIS", "MAGMA"})
    void growsLighterEvenly(ColourMap map) {
        var last = lightness(map.colour(0));
        for (var step = 1; step < ColourMap.STEPS; step++) {
            var next = lightness(map.colours().get(step));
            // Eight bits are about 0.4 of lightness: a step may stand still, but never noticeably fall.
            assertThat(next - last).as("step %d", step).isBetween(-0.15, 1.2);
            last = next;
        }
        assertThat(last - lightness(map.colour(0))).isGreaterThan(70);
    }

    @Test
    void aDivergingMapIsLightestInItsMiddleAndEvenToBothSides() {
        var colours = ColourMap.COOLWARM.colours();
        for (var step = 1; step < ColourMap.STEPS / 2; step++) {
            assertThat(lightness(colours.get(step))).isGreaterThan(lightness(colours.get(step - 1)) - 0.15);
            assertThat(lightness(colours.get(255 - step))).isGreaterThan(lightness(colours.get(256 - step)) - 0.15);
        }
        assertThat(lightness(colours.get(127))).isCloseTo(88, within(1.0));
        assertThat(colours.get(127).getSaturation()).isLessThan(0.02);
    }

    /** Moreland's construction, computed here from his paper's two end colours. */
    @Test
    void coolwarmIsWhatItsPaperConstructs() {
        for (var step = 0; step < ColourMap.STEPS; step++) {
            var expected = Moreland.coolToWarm(step / 255.0);
            var colour = ColourMap.COOLWARM.colours().get(step);
            // The published table has 33 entries, and between them others are linear in sRGB: a difference that no eye
            // notices.
            assertThat(Moreland.difference(expected, colour))
                    .as("step %d", step)
                    .isLessThan(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void argbAndColourAreTheSame(ColourMap map) {
        assertThat(map.argbs()).hasSize(ColourMap.STEPS);
        for (var share = 0.0; share <= 1; share += 0.01) {
            var colour = map.colour(share);
            assertThat(map.argb(share))
                    .isEqualTo(0xff000000
                            | (int) Math.round(255 * colour.getRed()) << 16
                            | (int) Math.round(255 * colour.getGreen()) << 8
                            | (int) Math.round(255 * colour.getBlue()));
        }
        assertThat(map.argb(-3)).isEqualTo(map.argbs()[0]);
        assertThat(map.argb(7)).isEqualTo(map.argbs()[255]);
    }

    @Test
    void fieldsThatAreComparedShareAScale() {
        var low = Fields.of(3, 1, (x, y) -> x);
        var high = Fields.of(3, 1, (x, y) -> 3 + y);

        assertThat(ColourScale.over(ColourMap.VIRIDIS, List.of(low, high)).values())
                .isEqualTo(new Range(-1, 4));
        assertThat(ColourScale.over(ColourMap.COOLWARM, List.of(low, high)).values())
                .isEqualTo(new Range(-4, 4));
        var holes = Fields.of(3, 1, (x, y) -> Double.NaN);
        assertThat(ColourScale.over(ColourMap.MAGMA, List.of(holes)).values()).isEqualTo(new Range(0, 1));
        var scale = ColourScale.over(ColourMap.VIRIDIS, List.of(low, holes));
        assertThat(scale.share(0)).isEqualTo(0.5);
        assertThat(scale.argb(-1)).isEqualTo(0xff440154);
    }

    private static void assertClose(Color colour, Color expected) {
        // Some tables round down and some to the nearest of 255.
        assertThat(colour.getRed()).isCloseTo(expected.getRed(), within(1.01 / 255));
        assertThat(colour.getGreen()).isCloseTo(expected.getGreen(), within(1.01 / 255));
        assertThat(colour.getBlue()).isCloseTo(expected.getBlue(), within(1.01 / 255));
    }

    private static double lightness(Color colour) {
        return Moreland.lab(colour.getRed(), colour.getGreen(), colour.getBlue())[0];
    }
}

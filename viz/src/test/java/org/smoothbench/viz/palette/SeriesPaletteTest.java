package org.smoothbench.viz.palette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeriesPaletteTest {
    private static final double CONTRAST_OF_LINES = 3;

    private final SeriesPalette palette = SeriesPalette.colourBlindSafe();

    @ParameterizedTest
    @EnumSource
    void everyLineStandsOutFromItsBackground(Theme theme) {
        var background = theme == Theme.LIGHT ? Color.WHITE : Color.web("#0d1117");
        for (var i = 0; i < palette.size(); i++) {
            assertThat(Contrast.ratio(palette.colour(i, theme), background))
                    .as("colour %d, %s", i, theme)
                    .isGreaterThanOrEqualTo(CONTRAST_OF_LINES);
        }
    }

    @ParameterizedTest
    @EnumSource(ColourVision.class)
    void everyTwoColoursDifferForEveryEye(ColourVision eye) {
        for (var theme : Theme.values()) {
            for (var i = 0; i < palette.size(); i++) {
                for (var j = 0; j < i; j++) {
                    assertThat(eye.difference(palette.colour(i, theme), palette.colour(j, theme)))
                            .as("colours %d and %d, %s", i, j, theme)
                            .isGreaterThan(12);
                }
            }
        }
    }

    @Test
    void startsAgainBehindTheLastColour() {
        assertThat(palette.colour(palette.size(), Theme.DARK)).isEqualTo(palette.colour(0, Theme.DARK));
        assertThat(palette.colour(-1, Theme.DARK)).isEqualTo(palette.colour(palette.size() - 1, Theme.DARK));
    }

    @Test
    void wantsAsManyLightAsDarkColours() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeriesPalette(List.of(Color.RED), List.of()))
                .withMessageContaining("not 1 and 0");
    }

    @Test
    void contrastRunsFromOneToTwentyOne() {
        assertThat(Contrast.ratio(Color.BLACK, Color.WHITE)).isEqualTo(21);
        assertThat(Contrast.ratio(Color.RED, Color.RED)).isEqualTo(1);
    }

    @Test
    void textGivesTheThemeAway() {
        assertThat(Theme.ofText(Color.web("#c9d1d9"))).isEqualTo(Theme.DARK);
        assertThat(Theme.ofText(Color.web("#24292f"))).isEqualTo(Theme.LIGHT);
    }
}

package org.smoothbench.viz.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smoothbench.viz.chart.Range;
import org.smoothbench.viz.palette.ColourVision;
import org.smoothbench.viz.palette.Theme;

class ClassColoursTest {
    private static final Range UNIT = new Range(0, 1);

    @Test
    void aClassHasOneColourInAllFieldsThatAreCompared() {
        var one = field(3, 3, 3, 7);
        var other = field(7, 7, 1, ScalarField.NO_CLASS);

        var colours = ClassColours.over(List.of(one, other), List.of("airplane", "automobile", "bird", "cat"));

        assertThat(colours.present()).as("by frequency, then by number").containsExactly((short) 3, (short) 7, (short)
                1);
        assertThat(colours.name((short) 3)).isEqualTo("cat");
        assertThat(colours.name((short) 7)).as("beyond the names").isEqualTo("class 7");
        assertThat(colours.colour((short) 7, Theme.LIGHT, Color.WHITE))
                .isNotEqualTo(colours.colour((short) 3, Theme.LIGHT, Color.WHITE));
        assertThat(ClassColours.over(List.of(), List.of()).present()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ColourVision.class)
    void tenClassesDifferForEveryEye(ColourVision eye) {
        var ids = new int[100];
        Arrays.setAll(ids, i -> i % 10);
        var colours = ClassColours.over(List.of(field(ids)), List.of());
        for (var theme : Theme.values()) {
            var background = theme == Theme.LIGHT ? Color.WHITE : Color.web("#0d1117");
            for (short i = 0; i < 10; i++) {
                for (short j = 0; j < i; j++) {
                    assertThat(eye.difference(
                                    colours.colour(i, theme, background), colours.colour(j, theme, background)))
                            .as("classes %d and %d, %s", i, j, theme)
                            .isGreaterThan(6);
                }
            }
        }
    }

    private static ScalarField field(int... ids) {
        var side = (int) Math.sqrt(ids.length);
        var classes = new short[ids.length];
        for (var i = 0; i < ids.length; i++) {
            classes[i] = (short) ids[i];
        }
        return ScalarField.of(side, side, UNIT, UNIT, new float[ids.length]).withClasses(classes);
    }
}

package org.smoothbench.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestNameTest {

    @ParameterizedTest
    @CsvSource({"epochs, epochs, 0", "epoch, epochs, 1", "eopchs, epochs, 2", "'', abc, 3", "ReLU, relu, 0"})
    void countsTheEditsBetweenNamesWhateverTheirCase(String one, String other, int edits) {
        assertThat(NearestName.distance(one, other)).isEqualTo(edits);
        assertThat(NearestName.distance(other, one)).isEqualTo(edits);
    }

    @Test
    void guessesTheNearestNameAndOnlyANearOne() {
        List<String> known = List.of("epsilon", "epochs", "stepSize");
        assertThat(NearestName.hint("epoch", known)).isEqualTo(" (did you mean \"epochs\"?)");
        assertThat(NearestName.hint("stepsize", known)).isEqualTo(" (did you mean \"stepSize\"?)");
        assertThat(NearestName.hint("momentum", known)).isEmpty();
        assertThat(NearestName.hint("x", List.of())).isEmpty();
    }
}

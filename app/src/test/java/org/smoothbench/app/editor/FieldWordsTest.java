package org.smoothbench.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FieldWordsTest {

    @ParameterizedTest
    @CsvSource({
        "sample-relu, sample-relu",
        "evaluation-attack-standard-own-sample, evaluation-attack-|standard-own-sample",
        "withoutanyhyphenbutverylongindeed, withoutanyhyphenbutverylongindeed"
    })
    void longNamesAreDividedAfterHyphens(String name, String lines) {
        assertThat(FieldWords.divided(name, 26)).isEqualTo(lines.replace('|', '\n'));
    }
}

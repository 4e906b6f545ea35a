package org.smoothbench.app.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smoothbench.core.run.Progress;

final class WordingTest {

    @Test
    void progressNamesTheEpochThatIsWorkedAt() {
        assertThat(ProgressWords.of(new Progress(6, 15, 41, 100, 300, 120)))
                .isEqualTo("epoch 7/15 · 41 % · 2 min left");
        // While epoch 2 is evaluated, all its steps are done.
        assertThat(ProgressWords.of(new Progress(2, 4, 50, 100, 300, 120))).isEqualTo("epoch 2/4 · 50 % · 2 min left");
    }

    @Test
    void anUnknownEndIsLeftOut() {
        assertThat(ProgressWords.of(new Progress(0, 15, 0, 100, 0, -1))).isEqualTo("epoch 1/15 · 0 %");
        assertThat(ProgressWords.of(Progress.NONE)).isEqualTo("preparing");
    }

    @Test
    void hundredPercentIsOnlyWhatIsComplete() {
        assertThat(ProgressWords.of(new Progress(14, 15, 999, 1000, 0, -1))).isEqualTo("epoch 15/15 · 99 %");
        assertThat(ProgressWords.of(new Progress(15, 15, 1000, 1000, 0, -1))).isEqualTo("epoch 15/15 · 100 %");
    }

    @ParameterizedTest
    @CsvSource({"0, 1 s", "59.4, 59 s", "59.6, 1 min", "3599, 1 h 0 min", "4200, 1 h 10 min", "200000, 2 days"})
    void durations(double seconds, String words) {
        assertThat(ProgressWords.duration(seconds)).isEqualTo(words);
    }

    @Test
    void whatWasNotMeasuredIsADash() {
        assertThat(AccuracyWords.percent(OptionalDouble.empty())).isEqualTo("–");
        assertThat(AccuracyWords.percent(OptionalDouble.of(0.3344))).isEqualTo("33.4 %");
    }
}

package org.smoothbench.viz.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class RedrawGateTest {
    private final Queue<Runnable> delayed = new ArrayDeque<>();
    private Duration now = Duration.ofHours(1);
    private Duration lastDelay = Duration.ZERO;
    private int pulses;

    private final RedrawGate gate = new RedrawGate(
            () -> pulses++,
            (time, action) -> {
                lastDelay = time;
                delayed.add(action);
            },
            () -> now.toNanos());

    @Test
    void drawsOnlyOnceForOneChange() {
        gate.setShowing(true);

        assertThat(gate.takeTurn()).isTrue();
        assertThat(gate.takeTurn()).isFalse();
    }

    @Test
    void dataWaitForTheNextTenthOfASecond() {
        gate.setShowing(true);
        gate.takeTurn();
        pulses = 0;

        now = now.plusMillis(30);
        gate.dataChanged();
        gate.dataChanged();

        assertThat(pulses).isZero();
        assertThat(delayed).hasSize(1);
        assertThat(lastDelay).isEqualTo(Duration.ofMillis(70));
        delayed.remove().run();
        assertThat(pulses).isEqualTo(1);
        assertThat(gate.takeTurn()).isTrue();
    }

    @Test
    void dataAfterALullDoNotWait() {
        gate.setShowing(true);
        gate.takeTurn();
        pulses = 0;

        now = now.plusSeconds(1);
        gate.dataChanged();

        assertThat(pulses).isEqualTo(1);
        assertThat(delayed).isEmpty();
    }

    @Test
    void whatAHandChangesDoesNotWait() {
        gate.setShowing(true);
        gate.takeTurn();
        pulses = 0;

        gate.changed();

        assertThat(pulses).isEqualTo(1);
    }

    @Test
    void drawsNothingWhileHiddenAndCatchesUpWhenShown() {
        gate.dataChanged();
        gate.changed();
        assertThat(pulses).isZero();
        assertThat(gate.takeTurn()).isFalse();

        gate.setShowing(true);
        assertThat(pulses).isEqualTo(1);
        assertThat(gate.takeTurn()).isTrue();
    }
}

package org.smoothbench.app.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

final class LatestValueTest {

    private final Queue<Runnable> later = new ArrayDeque<>();
    private final List<String> received = new ArrayList<>();
    private final LatestValue<String> values = new LatestValue<>(later::add, received::add);

    @Test
    void manyValuesAreOneHandOverOfTheNewest() {
        values.accept("one");
        values.accept("two");
        values.accept("three");

        assertThat(later).hasSize(1);
        later.remove().run();
        assertThat(received).containsExactly("three");
    }

    @Test
    void aValueAfterTheHandOverIsHandedOverAgain() {
        values.accept("one");
        later.remove().run();
        values.accept("two");
        later.remove().run();

        assertThat(received).containsExactly("one", "two");
    }
}

package org.smoothbench.app.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.app.fake.FakeRuns;
import org.smoothbench.app.follow.LibraryFollower;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunMetaFile;
import org.smoothbench.core.run.RunReader;

@SuppressWarnings("NullAway.Init")
final class ComparedRunsTest {

    @TempDir
    Path root;

    private final ComparedRuns compared = new ComparedRuns();
    private FakeRuns fake;

    @BeforeEach
    void fakeRuns() {
        fake = new FakeRuns(root);
    }

    private RunListViewModel open() {
        RunListViewModel list = new RunListViewModel(Optional.empty());
        new RunColours(list, compared, 7, Runnable::run);
        look(list);
        return list;
    }

    private void look(RunListViewModel list) {
        list.show(new LibraryFollower(new RunLibrary(root, Clock.systemUTC()), new RunReader())
                .poll(Optional.empty())
                .runs());
    }

    private static RunRowViewModel row(RunListViewModel list, String id) {
        return list.all().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void idsKeepTheirOrderAndComeOnce() {
        compared.add("a");
        compared.toggle("b");
        compared.add("a");
        assertThat(compared.ids()).containsExactly("a", "b");
        compared.toggle("a");
        assertThat(compared.ids()).containsExactly("b");
        compared.set(List.of("c", "d", "c"));
        assertThat(compared.ids()).containsExactly("c", "d");
        compared.remove("c");
        assertThat(compared.contains("c")).isFalse();
    }

    @Test
    void eachComparedRunGetsAColourOfItsOwnAndKeepsItAcrossRestarts() throws IOException {
        RunDirectory first = fake.finished("1-a", "a");
        fake.finished("2-b", "b");
        new RunMetaFile(fake.finished("3-c", "c")).change(meta -> meta.withColour(0));
        RunListViewModel list = open();
        compared.set(List.of("3-c", "2-b", "1-a"));
        assertThat(row(list, "3-c").colourProperty().get()).isZero();
        assertThat(row(list, "2-b").colourProperty().get()).isEqualTo(1);
        assertThat(row(list, "1-a").colourProperty().get()).isEqualTo(2);
        assertThat(row(list, "1-a").comparedProperty().get()).isTrue();
        compared.set(List.of("1-a"));
        assertThat(row(list, "2-b").comparedProperty().get()).isFalse();

        RunListViewModel again = open();
        assertThat(row(again, "1-a").colourProperty().get()).isEqualTo(2);
        assertThat(row(again, "1-a").comparedProperty().get()).isTrue();
        new RunMetaFile(first).change(meta -> meta.withColour(5));
        look(again);
        assertThat(row(again, "1-a").colourProperty().get()).isEqualTo(5);
    }

    @Test
    void aColourThatCannotBeKeptIsStillShown() throws IOException {
        RunDirectory run = fake.finished("1-a", "a");
        Files.writeString(run.meta(), "damaged");
        fake.finished("2-b", "b");
        RunListViewModel list = open();
        compared.set(List.of("2-b", "1-a"));
        assertThat(row(list, "1-a").colourProperty().get()).isEqualTo(1);
        assertThat(run.meta()).hasContent("damaged");
    }

    @Test
    void moreRunsThanColoursShareThemEvenly() throws IOException {
        for (int i = 0; i < 15; i++) {
            fake.finished("1-" + (char) ('a' + i), "x");
        }
        RunListViewModel list = open();
        list.all().forEach(row -> compared.add(row.id()));
        int[] uses = new int[7];
        list.all().forEach(row -> uses[row.colourProperty().get()]++);
        assertThat(uses).containsOnly(2, 3);
    }

    @Test
    void tasksKeepTheirOrderAndAFaultStopsNone() {
        List<String> done = new ArrayList<>();
        List<Runnable> borrowed = new ArrayList<>();
        InOrder order = new InOrder(borrowed::add);
        order.execute(() -> {
            throw new IllegalStateException("for the log");
        });
        order.execute(() -> done.add("a"));
        assertThat(borrowed).hasSize(1);
        borrowed.removeFirst().run();
        order.execute(() -> done.add("b"));
        borrowed.removeFirst().run();
        assertThat(done).containsExactly("a", "b");
    }
}

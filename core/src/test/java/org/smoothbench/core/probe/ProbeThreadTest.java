package org.smoothbench.core.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.RunDirectory;

/** The engine thread of the window: who comes first, who is given up, and what stays open. */
@Timeout(120)
final class ProbeThreadTest {

    private static final RuntimeSpec CPU = new RuntimeSpec("cpu", 1, 0);

    @TempDir
    Path folder;

    /** Holds the thread until it is told to go on, as a long query does. */
    private static final class Gate implements ProbeTask<String> {

        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch open = new CountDownLatch(1);

        @Override
        public Optional<String> advance(ProbeSession session) {
            entered.countDown();
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            if (session.cancelled().getAsBoolean()) {
                throw new CancellationException();
            }
            return Optional.of("through");
        }
    }

    private static ProbeTask<String> saying(String word, List<String> said) {
        return _ -> {
            said.add(word);
            return Optional.of(word);
        };
    }

    @Test
    void beginsWithTheFirstTask() throws Exception {
        ProbeThread idle = new ProbeThread(CPU);
        assertThat(threads()).isZero();
        idle.close();
        try (ProbeThread probe = new ProbeThread(CPU)) {
            assertThat(probe.ask(
                                    Urgency.NOW,
                                    session -> Optional.of(session.engine().threads()))
                            .get())
                    .isEqualTo(1);
            assertThat(threads()).isEqualTo(1);
        }
        assertThat(threads()).isZero();
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("probe"))
                .count();
    }

    @Test
    void theNewestOfAKindWins() throws Exception {
        List<String> said = Collections.synchronizedList(new ArrayList<>());
        try (ProbeThread probe = new ProbeThread(CPU)) {
            Gate gate = new Gate();
            CompletableFuture<String> worked = probe.askLatest("drag", Urgency.NOW, gate);
            gate.entered.await();
            CompletableFuture<String> other = probe.ask(Urgency.NOW, saying("other", said));
            List<CompletableFuture<String>> drags = IntStream.range(0, 5)
                    .mapToObj(i -> probe.askLatest("drag", Urgency.NOW, saying("drag " + i, said)))
                    .toList();
            assertThat(worked).isCancelled();
            gate.open.countDown();
            assertThat(drags.getLast().get()).isEqualTo("drag 4");
            assertThat(drags.subList(0, 4)).allMatch(CompletableFuture::isCancelled);
            assertThat(other.get()).isEqualTo("other");
            assertThat(said).containsExactly("other", "drag 4");
        }
    }

    @Test
    void whatIsUrgentGoesBetweenTheBitsOfWhatIsNot() throws Exception {
        List<String> said = Collections.synchronizedList(new ArrayList<>());
        try (ProbeThread probe = new ProbeThread(CPU)) {
            AtomicInteger bits = new AtomicInteger();
            List<CompletableFuture<String>> urgent = new ArrayList<>();
            CompletableFuture<Integer> slow = probe.ask(Urgency.BEHIND, _ -> {
                said.add("bit " + bits.get());
                if (bits.get() == 1) {
                    urgent.add(probe.ask(Urgency.NOW, saying("urgent", said)));
                }
                return bits.incrementAndGet() < 4 ? Optional.empty() : Optional.of(4);
            });
            CompletableFuture<String> behind = probe.ask(Urgency.BEHIND, saying("behind", said));
            assertThat(slow.get()).isEqualTo(4);
            assertThat(behind.get()).isEqualTo("behind");
            assertThat(urgent)
                    .singleElement()
                    .satisfies(each -> assertThat(each.get()).isEqualTo("urgent"));
            assertThat(said).containsExactly("bit 0", "bit 1", "urgent", "bit 2", "bit 3", "behind");
        }
    }

    @Test
    void whatIsGivenUpEndsAndTheNextBegins() throws Exception {
        try (ProbeThread probe = new ProbeThread(CPU)) {
            Gate gate = new Gate();
            CompletableFuture<String> given = probe.ask(Urgency.NOW, gate);
            gate.entered.await();
            CompletableFuture<String> waiting = probe.ask(Urgency.NOW, saying("never", new ArrayList<>()));
            waiting.cancel(true);
            given.cancel(true);
            gate.open.countDown();
            assertThat(probe.ask(Urgency.NOW, saying("next", new ArrayList<>())).get(60, TimeUnit.SECONDS))
                    .isEqualTo("next");
        }
    }

    @Test
    void closingGivesUpEverything() throws Exception {
        ProbeThread probe = new ProbeThread(CPU);
        CountDownLatch entered = new CountDownLatch(1);
        CompletableFuture<String> worked = probe.ask(Urgency.NOW, session -> {
            entered.countDown();
            while (!session.cancelled().getAsBoolean()) {
                Thread.onSpinWait();
            }
            throw new CancellationException();
        });
        entered.await();
        CompletableFuture<String> waiting = probe.ask(Urgency.BEHIND, saying("never", new ArrayList<>()));
        probe.close();
        assertThat(waiting).isCancelled();
        assertThat(worked).isCancelled();
        assertThat(probe.ask(Urgency.NOW, saying("never", new ArrayList<>()))).isCancelled();
    }

    @Test
    void failuresAreProblems() throws IOException {
        ProbeRuns runs = new ProbeRuns(folder);
        RunDirectory untrained = runs.untrained("{\"type\": \"mlp\"}", Map.of());
        RunDirectory damaged = runs.randomLinear(1);
        try (var files = Files.walk(damaged.checkpoints())) {
            Path weights = files.filter(file -> file.endsWith("model.safetensors"))
                    .findFirst()
                    .orElseThrow();
            Files.write(weights, new byte[] {1}, StandardOpenOption.APPEND);
        }
        RunDirectory orphan = runs.randomLinear(2);
        Files.delete(folder.resolve("images").resolve("test_batch.bin"));
        try (ProbeThread probe = new ProbeThread(CPU)) {
            refuses(probe, untrained, "there is no best checkpoint yet");
            refuses(probe, orphan, "test_batch.bin");
            assertThatThrownBy(() -> probe.ask(Urgency.NOW, _ -> {
                                throw new IllegalStateException("a slip");
                            })
                            .get())
                    .cause()
                    .isInstanceOfSatisfying(
                            ProblemException.class, e -> assertThat(e.problem()).isInstanceOf(Problem.Internal.class));
            runs.randomLinear(3);
            refuses(probe, damaged, "the checkpoint is damaged");
        }
    }

    private static void refuses(ProbeThread probe, RunDirectory run, String why) {
        ModelChoice choice = new ModelChoice(run, "best", false);
        assertThatThrownBy(() -> probe.ask(Urgency.NOW, session -> Optional.of(session.model(choice)))
                        .get())
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().line()).contains(why));
    }

    @Test
    void modelsShareTheirImagesAndLeaveNoTensorBehind() throws Exception {
        ProbeRuns runs = new ProbeRuns(folder);
        List<ModelChoice> choices = IntStream.range(0, 3)
                .mapToObj(i -> new ModelChoice(runs.randomLinear(i), "best", false))
                .toList();
        try (ProbeThread probe = new ProbeThread(CPU, 2)) {
            List<Integer> arrays = probe.ask(Urgency.NOW, session -> {
                        List<Integer> counts = new ArrayList<>();
                        int before =
                                session.engine().manager().getManagedArrays().size();
                        OpenModel first = session.model(choices.get(0));
                        OpenModel second = session.model(choices.get(1));
                        assertThat(second.images()).isSameAs(first.images());
                        assertThat(session.model(choices.get(0))).isSameAs(first);
                        counts.add(session.engine().manager().getManagedArrays().size());
                        // The second is the one asked for longest ago.
                        session.model(choices.get(2));
                        assertThat(session.openModels()).isEqualTo(2);
                        counts.add(session.engine().manager().getManagedArrays().size());
                        assertThat(session.model(choices.get(0))).isSameAs(first);
                        assertThat(session.model(choices.get(1))).isNotSameAs(second);
                        counts.add(session.engine().manager().getManagedArrays().size());
                        session.close();
                        assertThat(session.engine().manager().getManagedArrays())
                                .hasSize(before);
                        return Optional.of(counts);
                    })
                    .get();
            assertThat(arrays).hasSize(3).containsOnly(arrays.getFirst());
        }
    }

    @Test
    void aReplacedCheckpointIsOpenedAnew() throws Exception {
        ProbeRuns runs = new ProbeRuns(folder);
        RunDirectory run = runs.randomLinear(1);
        ModelChoice choice = new ModelChoice(run, "best", false);
        try (ProbeThread probe = new ProbeThread(CPU)) {
            String before = sha(probe, choice);
            assertThat(sha(probe, choice)).isEqualTo(before);
            runs.replace(run, 2);
            assertThat(sha(probe, choice)).isNotEqualTo(before).hasSize(64);
        }
    }

    private static String sha(ProbeThread probe, ModelChoice choice) throws Exception {
        return probe.ask(
                        Urgency.NOW,
                        session -> Optional.of(session.model(choice).weights().sha256()))
                .get();
    }
}

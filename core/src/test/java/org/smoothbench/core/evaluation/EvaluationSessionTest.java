package org.smoothbench.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.attack.Attack;
import org.smoothbench.core.attack.AttackOutcome;
import org.smoothbench.core.attack.Symptoms;
import org.smoothbench.core.engine.ArrayFile;
import org.smoothbench.core.evaluation.ReliabilityFlag.Kind;
import org.smoothbench.core.experiment.AttackNames;
import org.smoothbench.core.experiment.EvaluationPlan;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.model.Classifier;
import org.smoothbench.core.problem.ProblemException;

/** What an evaluation counts, keeps and survives, with attacks whose success is scripted. */
class EvaluationSessionTest {

    private static final Set<Integer> MISLABELLED = Set.of(3, 150);

    @TempDir
    private Path folder;

    private final EvaluationRig rig = new EvaluationRig(200, MISLABELLED);

    /** Attacks by the label of the plan's; the check with a large budget fools everything. */
    private static AttackFactory scripted(Map<String, Set<Integer>> levels) {
        return (spec, _) -> levels.containsKey(spec.label())
                ? EvaluationRig.fooling(levels.get(spec.label()))
                : EvaluationRig.fooling(Stream.iterate(0, i -> i + 1).limit(200).collect(Collectors.toSet()));
    }

    private static EvaluationPlan plan(boolean each, int batchSize, String... attacks) {
        return new EvaluationPlan(
                new ThreatModel.Linf(255),
                Stream.of(attacks).map(AttackNames::parse).toList(),
                each,
                0,
                batchSize,
                0);
    }

    private EvaluationResult run(String name, EvaluationPlan plan, Classifier model, AttackFactory attacks)
            throws IOException {
        Path own = Files.createDirectories(folder.resolve(name));
        return rig.session(plan, model, attacks).run(new EvaluationDirectory(own), 2);
    }

    @Test
    void laterAttacksGetWhatEarlierOnesLeftStanding() throws IOException {
        AttackFactory attacks = scripted(Map.of("pgd-10", Set.of(1, 2, 101), "square", Set.of(2, 7)));
        EvaluationResult result = run("a", plan(false, 30, "pgd-10", "square"), rig.model(), attacks);

        assertThat(result.examples()).isEqualTo(200);
        assertThat(result.clean().count()).isEqualTo(198);
        assertThat(result.stages()).extracting(StageResult::attacked).containsExactly(198, 195);
        assertThat(result.stages()).extracting(StageResult::fallen).containsExactly(3, 1);
        assertThat(result.stages()).extracting(s -> s.after().count()).containsExactly(195, 194);
        assertThat(result.robust().count()).isEqualTo(194);
        assertThat(result.classes()).extracting(c -> c.robust().count()).containsExactly(96, 98);
        assertThat(result.classes()).extracting(c -> c.clean().count()).containsExactly(99, 99);
    }

    @Test
    void withEachTheRobustAccuracyIsTheWorstCaseImageByImage() throws IOException {
        AttackFactory attacks = scripted(Map.of("pgd-10", Set.of(1, 2, 101), "square", Set.of(2, 7)));
        EvaluationResult result = run("b", plan(true, 30, "pgd-10", "square"), rig.model(), attacks);

        assertThat(result.stages()).extracting(StageResult::attacked).containsExactly(198, 198);
        assertThat(result.stages()).extracting(s -> s.alone().count()).containsExactly(195, 196);
        assertThat(result.stages()).extracting(s -> s.after().count()).containsExactly(195, 194);
        assertThat(result.robust().count()).isEqualTo(194);
    }

    @Test
    void examplesThatDoNotFoolTheModelAsItIsUsedDoNotCount() throws IOException {
        // Claims to have fooled all, but leaves the images as they are.
        AttackFactory attacks = (spec, threat) -> spec.label().equals("pgd-10")
                ? (_, batch, _, _) -> {
                    boolean[] fallen = new boolean[batch.size()];
                    Arrays.fill(fallen, true);
                    return new AttackOutcome(fallen, batch.images(), Symptoms.NONE);
                }
                : scripted(Map.of()).attack(spec, threat);
        EvaluationResult result = run("c", plan(false, 50, "pgd-10"), rig.model(), attacks);
        assertThat(result.robust().count()).isEqualTo(198);
        assertThat(result.stages().getFirst().unconfirmed()).isEqualTo(198);
        assertThat(result.flags()).extracting(ReliabilityFlag::kind).contains(Kind.UNCONFIRMED);
    }

    @Test
    void savedExamplesAreThoseThatCounted() throws IOException {
        AttackFactory attacks = scripted(Map.of("pgd-10", Set.of(5, 120), "square", Set.of(9)));
        var _ = run("d", plan(false, 64, "pgd-10", "square"), rig.model(), attacks);
        try (NDManager scratch = rig.engine.manager().newSubManager()) {
            Map<String, NDArray> arrays = ArrayFile.read(folder.resolve("d/adversarial.npz"), scratch);
            assertThat(Objects.requireNonNull(arrays.get("x_adv")).getShape().getShape())
                    .containsExactly(3, 1, 1, 1);
            assertThat(Objects.requireNonNull(arrays.get("x_adv")).toFloatArray())
                    .containsExactly(EvaluationRig.BRIGHT, EvaluationRig.DARK, EvaluationRig.BRIGHT);
            assertThat(Objects.requireNonNull(arrays.get("index")).toLongArray())
                    .containsExactly(5, 120, 9);
            assertThat(Objects.requireNonNull(arrays.get("label")).toLongArray())
                    .containsExactly(0, 1, 0);
            assertThat(Objects.requireNonNull(arrays.get("predicted")).toLongArray())
                    .containsExactly(1, 0, 1);
            assertThat(Objects.requireNonNull(arrays.get("attack")).toLongArray())
                    .containsExactly(0, 0, 1);
        }
        try (Stream<Path> pictures = Files.list(folder.resolve("d/pictures"))) {
            assertThat(pictures.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly(
                            "00005-dark-as-bright-adversarial.png",
                            "00005-dark-as-bright-clean.png",
                            "00120-bright-as-dark-adversarial.png",
                            "00120-bright-as-dark-clean.png");
        }
        assertThat(folder.resolve("d/adversarial.f32")).doesNotExist();
    }

    @Test
    void anInterruptedEvaluationFindsTheSameAsOneThatWasNot() throws IOException {
        Map<String, Set<Integer>> levels = Map.of("pgd-10", Set.of(1, 2, 101), "square", Set.of(7, 8, 130, 199));
        EvaluationResult whole = run("whole", plan(false, 30, "pgd-10", "square"), rig.model(), scripted(levels));
        for (int batches = 0; batches < 14; batches += 3) {
            String name = "cut-" + batches;
            AtomicInteger left = new AtomicInteger(batches);
            AttackFactory dying = (spec, threat) -> {
                Attack attack = scripted(levels).attack(spec, threat);
                return (model, batch, seed, observer) -> {
                    if (left.getAndDecrement() == 0) {
                        throw new IllegalStateException("killed");
                    }
                    return attack.follow(model, batch, seed, observer);
                };
            };
            EvaluationPlan plan = plan(false, 30, "pgd-10", "square");
            assertThatThrownBy(() -> run(name, plan, rig.model(), dying)).hasMessage("killed");
            // A kill may leave half a line, and examples whose line was not written any more.
            Files.writeString(folder.resolve(name + "/journal.jsonl"), "{\"part\":\"ATT", StandardOpenOption.APPEND);
            Files.write(folder.resolve(name + "/adversarial.f32"), new byte[10], StandardOpenOption.APPEND);
            // The rest goes on in batches of another size.
            EvaluationResult resumed = run(name, plan(false, 17, "pgd-10", "square"), rig.model(), scripted(levels));
            assertThat(resumed.robust()).isEqualTo(whole.robust());
            assertThat(resumed.classes()).isEqualTo(whole.classes());
            assertThat(resumed.stages()).extracting(StageResult::fallen).containsExactly(3, 4);
            assertThat(hits(name)).isEqualTo(hits("whole"));
        }
    }

    private List<Long> hits(String name) throws IOException {
        try (NDManager scratch = rig.engine.manager().newSubManager()) {
            Map<String, NDArray> arrays = ArrayFile.read(folder.resolve(name + "/adversarial.npz"), scratch);
            List<Long> hits = new ArrayList<>();
            for (long index : Objects.requireNonNull(arrays.get("index")).toLongArray()) {
                hits.add(index);
            }
            return hits;
        }
    }

    @Test
    void batchesAreHalvedUntilMemorySuffices() throws IOException {
        EvaluationResult plenty =
                run("plenty", plan(false, 100, "pgd-10"), rig.model(), scripted(Map.of("pgd-10", Set.of(4, 60))));
        EvaluationResult scarce = run("scarce", plan(false, 100, "pgd-10"), rig.model(), limited(7));
        assertThat(scarce.robust()).isEqualTo(plenty.robust());
        assertThat(rig.told)
                .containsExactly(
                        "out of memory with 100 images at a time; going on with 50",
                        "out of memory with 50 images at a time; going on with 25",
                        "out of memory with 25 images at a time; going on with 12",
                        "out of memory with 12 images at a time; going on with 6");
    }

    /** Attacks that need more memory than there is for more images than some. */
    private static AttackFactory limited(int most) {
        return (spec, threat) -> (model, batch, seed, observer) -> {
            if (batch.size() > most) {
                throw new EngineException("[enforce fail] DefaultCPUAllocator: can't allocate memory");
            }
            return scripted(Map.of("pgd-10", Set.of(4, 60)))
                    .attack(spec, threat)
                    .follow(model, batch, seed, observer);
        };
    }

    @Test
    void withoutMemoryForASingleImageTheErrorSaysSo() {
        assertThatThrownBy(() -> run("none", plan(false, 4, "pgd-10"), rig.model(), limited(0)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("out of memory even with one image at a time");
        assertThat(folder.resolve("none/result.json")).doesNotExist();
    }

    @Test
    void anAttackThatBeatsThoseWithGradientsIsFlagged() throws IOException {
        AttackFactory attacks = scripted(Map.of("pgd-10", Set.of(1), "square", Set.of(7, 8, 9)));
        EvaluationResult result = run("e", plan(false, 50, "pgd-10", "square"), rig.model(), attacks);
        assertThat(result.flags()).extracting(ReliabilityFlag::kind).containsExactly(Kind.BLACK_BOX_BETTER);
        assertThat(result.flags().getFirst().message()).contains("1.50 points");
    }

    @Test
    void imagesThatWithstandALargeBudgetAreFlagged() throws IOException {
        EvaluationResult result =
                run("f", plan(false, 50, "pgd-10"), rig.model(), (_, _) -> EvaluationRig.fooling(Set.of(1, 2)));
        assertThat(result.flags()).extracting(ReliabilityFlag::kind).containsExactly(Kind.LARGE_BUDGET_WITHSTOOD);
        assertThat(result.flags().getFirst().message()).contains("62 of 64 images");
    }

    @Test
    void aResultIsReadBackAsItWasWritten() throws IOException {
        EvaluationResult result =
                run("g", plan(false, 50, "pgd-10"), rig.model(), scripted(Map.of("pgd-10", Set.of(1))));
        EvaluationResult read = EvaluationResult.read(folder.resolve("g/result.json"));
        assertThat(read).usingRecursiveComparison().ignoringFields("plan").isEqualTo(result);
        assertThat(read.plan()).isEqualTo(result.plan());
        assertThat(read.robust().share()).isCloseTo(197 / 200.0, within(1e-12));
    }

    @Test
    void aDamagedJournalIsNamedWithItsLine() throws IOException {
        Path own = Files.createDirectories(folder.resolve("h"));
        Files.writeString(own.resolve("journal.jsonl"), "{\"part\": 3}\n");
        assertThatThrownBy(() -> run("h", plan(false, 50, "pgd-10"), rig.model(), scripted(Map.of())))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("line 1 is damaged")
                .hasMessageContaining("journal.jsonl");
    }

    @Test
    void aModelWithOtherClassesIsRefused() {
        Classifier three = new Classifier() {

            @Override
            public NDArray logits(NDArray images) {
                return images.reshape(images.getShape().get(0), 1)
                        .broadcast(images.getShape().get(0), 3);
            }

            @Override
            public int classes() {
                return 3;
            }
        };
        assertThatThrownBy(() -> run("i", plan(false, 50, "pgd-10"), three, scripted(Map.of())))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the images have 2 classes, the model gives logits of 3");
    }
}

package org.smoothbench.core.evaluation;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.smoothbench.core.attack.Attack;
import org.smoothbench.core.engine.EnvironmentReport;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.evaluation.AttackedBatch.Place;
import org.smoothbench.core.evaluation.BatchEntry.Part;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.EvaluationPlan;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.run.WholeFile;
import org.smoothbench.core.schema.RecordWriter;

/**
 * One evaluation from its first batch, or from where it was interrupted, to its result. Everything random follows from the
 * plan's seed and the images, so an interrupted evaluation finds the same as one that was not. Belongs to the engine's
 * thread.
 */
public final class EvaluationSession {

    /** How many images are asked about before, and attacked with the large budget after the attacks. */
    private static final int SAMPLE = 64;

    private final EvaluationPlan plan;
    private final EvaluatedModel evaluated;
    private final TorchEngine engine;
    private final TestImages images;
    private final Target target;
    private final EvaluationObserver observer;
    private final AttackFactory attacks;

    /**
     * Prepares an evaluation.
     *
     * @param evaluated what the result says the model and images are
     * @throws org.smoothbench.core.problem.ProblemException if images and model have different classes
     */
    public EvaluationSession(
            EvaluationPlan plan,
            EvaluatedModel evaluated,
            TorchEngine engine,
            TestImages images,
            Target target,
            EvaluationObserver observer) {
        this(plan, evaluated, engine, images, target, observer, Attack::of);
    }

    EvaluationSession(
            EvaluationPlan plan,
            EvaluatedModel evaluated,
            TorchEngine engine,
            TestImages images,
            Target target,
            EvaluationObserver observer,
            AttackFactory attacks) {
        int classes = images.classNames().size();
        if (classes != target.used().classes()) {
            throw new Problem.Data(
                            "the images have " + classes + " classes, the model gives logits of "
                                    + target.used().classes(),
                            evaluated.source(),
                            "give the data the model was trained on")
                    .asException();
        }
        this.plan = plan;
        this.evaluated = evaluated;
        this.engine = engine;
        this.images = images;
        this.target = target;
        this.observer = observer;
        this.attacks = attacks;
    }

    /**
     * Does what is left to do, then leaves adversarial examples and the result in the directory.
     *
     * @param pictures how many adversarial examples are written as pictures, too
     * @throws org.smoothbench.core.problem.ProblemException if memory does not suffice for a single image, or a file cannot
     *     be used
     * @throws java.util.concurrent.CancellationException if the target said so; the journal keeps what is done
     */
    public EvaluationResult run(EvaluationDirectory directory, int pictures) throws IOException {
        List<Integer> examples = examples();
        Tally tally = new Tally(examples, plan.each(), SAMPLE);
        List<ReliabilityFlag> flags = checks(examples);
        int imageValues = images.imageValues();
        try (EvaluationJournal journal = new EvaluationJournal(directory, imageValues)) {
            journal.found().forEach(tally::add);
            EvaluationWork work = new EvaluationWork(tally, journal, batches(), observer, plan.batchSize());
            work.look();
            List<AttackSpec> stages = plan.stages();
            for (int stage = 0; stage < stages.size(); stage++) {
                AttackSpec spec = stages.get(stage);
                work.attack(
                        new Place(Part.ATTACK, stage),
                        spec.label(),
                        attacks.attack(spec, plan.threat()),
                        plan.threat());
            }
            ThreatModel large = LargeBudget.of(plan.threat(), imageValues);
            work.attack(
                    new Place(Part.LARGE_BUDGET, 0),
                    "check with " + large.label(),
                    attacks.attack(LargeBudget.ATTACK, large),
                    large);
        }
        SavedExamples saved = new SavedExamples(directory, images, tally.entries());
        saved.writeArrays();
        saved.writePictures(pictures);
        EvaluationResult result = result(tally, flags);
        WholeFile.replace(directory.result(), result.json());
        Files.deleteIfExists(directory.rows());
        return result;
    }

    private AttackedBatch batches() {
        return new AttackedBatch(images.supply(), target, plan.seed(), engine.manager());
    }

    private List<Integer> examples() {
        int all = images.images().size();
        int count = plan.examples() == 0 ? all : Math.min(plan.examples(), all);
        return Arrays.stream(images.supply().spread(count)).boxed().toList();
    }

    private List<ReliabilityFlag> checks(List<Integer> examples) {
        int[] first = examples.stream()
                .limit(Math.min(SAMPLE, plan.batchSize()))
                .mapToInt(Integer::intValue)
                .toArray();
        try (NDManager scratch = engine.manager().newSubManager()) {
            return ModelChecks.of(target.used(), images.supply().batch(first, scratch));
        }
    }

    private EvaluationResult result(Tally tally, List<ReliabilityFlag> checks) {
        ResultAssembly assembly = new ResultAssembly(plan, tally, images);
        List<StageResult> stages = assembly.stages();
        Share clean = assembly.clean();
        List<ReliabilityFlag> flags = new ArrayList<>(checks);
        ResultLabel.fewClasses(plan, images.classNames().size()).ifPresent(flags::add);
        flags.addAll(ReliabilityReport.of(stages, clean));
        int imageValues = images.imageValues();
        ReliabilityReport.largeBudget(
                        tally.subjects(Part.LARGE_BUDGET, 0).size(),
                        tally.hits(Part.LARGE_BUDGET, 0),
                        LargeBudget.of(plan.threat(), imageValues).label())
                .ifPresent(flags::add);
        return new EvaluationResult(
                EvaluationResult.SCHEMA,
                ResultLabel.of(plan, images.classNames().size()),
                new RecordWriter().write(plan),
                evaluated,
                tally.examples(),
                clean,
                assembly.robust(),
                stages,
                assembly.classes(),
                flags,
                stages.stream().mapToDouble(StageResult::seconds).sum(),
                EnvironmentReport.of(engine));
    }
}

package org.smoothbench.core.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.AttackNames;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.launch.TrainedModel;
import org.smoothbench.core.probe.ModelChoice;
import org.smoothbench.core.probe.ProbeSession;
import org.smoothbench.core.probe.bench.AttackedImage;
import org.smoothbench.core.probe.bench.BenchSettings;
import org.smoothbench.core.probe.bench.BudgetSearch;
import org.smoothbench.core.probe.bench.ImageAttack;
import org.smoothbench.core.probe.bench.SmallestBudget;
import org.smoothbench.core.probe.bench.TestSet;
import org.smoothbench.core.probe.bench.TestSetLook;
import org.smoothbench.core.probe.bench.TransferMatrix;
import org.smoothbench.core.probe.bench.TransferStudy;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.run.RunLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code attack}: one test image under attack, step by step, or whose examples fool whom. */
@Command(
        name = "attack",
        description = {
            "Attack one test image of a run's network, or of several, and print every step;",
            "or count on how many images the adversarial examples of each run fool the others."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  smoothbench attack sample-silu --image 17",
            "  smoothbench attack sample-relu sample-silu --image 17 --attack apgd-ce --eps 4 --smallest",
            "  smoothbench attack sample-silu --image 17 --out pictures --json",
            "  smoothbench attack sample-relu sample-silu --transfer 64"
        })
final class AttackCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "Names of runs, unique parts of them, or folders.")
    private List<String> names = List.of();

    @Option(names = "--image", paramLabel = "I", description = "Which test image, counted from 0.")
    private @Nullable Integer image;

    @Option(
            names = "--transfer",
            paramLabel = "N",
            description = "Instead of one image: make examples of so many test images that all of the runs get right, "
                    + "and show those of each run to all.")
    private @Nullable Integer transfer;

    @Option(
            names = "--attack",
            paramLabel = "ATTACK",
            defaultValue = "pgd-10",
            description = "fgsm, pgd-N, apgd-ce, apgd-dlr, apgd-t, fab, fab-t, square, or a JSON object with "
                    + "settings; default: pgd-10.")
    private String attack = "pgd-10";

    @Mixin
    private ThreatOptions threat = new ThreatOptions();

    @Option(
            names = "--smallest",
            description = "Seek the smallest budget at which the attack fools, too, and the distance FAB finds.")
    private boolean smallest;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "Seed; default: 0.")
    private long seed;

    @Option(
            names = "--checkpoint",
            paramLabel = "CHECKPOINT",
            defaultValue = "best",
            description = "best, last, or ema for the averaged weights of the last one; default: best.")
    private TargetOptions.Checkpoint checkpoint = TargetOptions.Checkpoint.best;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write image, perturbation and adversarial image into this folder as PNG files.")
    private @Nullable Path out;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description = "CPU threads of one operation; default: the first run's.")
    private int threads;

    @Option(names = "--json", description = "Print a JSON object instead of text.")
    private boolean json;

    @Mixin
    private RunsOption runs = new RunsOption();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if ((image == null) == (transfer == null)) {
            throw new Problem.Usage(
                            image == null ? "which image? Give --image I, or --transfer N" : "give one, not both",
                            "--image, --transfer",
                            "see: smoothbench attack --help")
                    .asException();
        }
        List<ModelChoice> models = models();
        Experiment first = TrainedModel.experiment(models.getFirst().run());
        BenchSettings how = new BenchSettings(
                AttackNames.parse(attack),
                threat.threat(first.evaluation().attack().epsilon()),
                seed);
        int chosen = Positive.orZero("--threads", threads);
        RuntimeSpec own = first.runtime();
        PrintWriter terminal = spec.commandLine().getOut();
        try (TorchEngine engine = TorchEngine.open(
                        new RuntimeSpec(own.device(), chosen == 0 ? own.threads() : chosen, own.seed()));
                ProbeSession session = new ProbeSession(engine, Math.max(ProbeSession.MODELS, models.size()))) {
            AttackText text = image == null
                    ? AttackText.of(transfer(session, models, how))
                    : AttackText.of(attacked(session, models, how, image));
            terminal.println(json ? text.json() : text.text());
            terminal.flush();
        }
        return 0;
    }

    private List<ModelChoice> models() throws IOException {
        RunLibrary library = runs.library();
        List<ModelChoice> models = new ArrayList<>();
        for (String name : names) {
            models.add(new ModelChoice(
                    library.find(name),
                    checkpoint == TargetOptions.Checkpoint.best ? "best" : "last",
                    checkpoint == TargetOptions.Checkpoint.ema));
        }
        return models;
    }

    private List<AttackText.Attacked> attacked(
            ProbeSession session, List<ModelChoice> models, BenchSettings how, int index) throws IOException {
        List<AttackText.Attacked> all = new ArrayList<>();
        for (ModelChoice model : models) {
            TestSet set = session.whole(new TestSetLook(model), () -> false);
            AttackedImage attacked = session.whole(new ImageAttack(model, index, how), () -> false);
            Optional<SmallestBudget> found = smallest
                    ? Optional.of(session.whole(new BudgetSearch(model, index, how, true), () -> false))
                    : Optional.empty();
            List<Path> pictures = out == null ? List.of() : new AttackPictures(out).write(attacked);
            all.add(new AttackText.Attacked(set, attacked, found, pictures));
        }
        return all;
    }

    private TransferMatrix transfer(ProbeSession session, List<ModelChoice> models, BenchSettings how) {
        int wanted = Positive.number("--transfer", transfer == null ? 0 : transfer);
        StudyProgress progress = new StudyProgress(spec.commandLine().getErr());
        TransferMatrix matrix = session.whole(
                new TransferStudy(
                        models,
                        wanted,
                        how,
                        at -> progress.show(
                                at.of() == 0
                                        ? "  %d of %d images found".formatted(at.images(), at.wanted())
                                        : "  %d of %d examples".formatted(at.examples(), at.of()))),
                () -> false);
        progress.clear();
        return matrix;
    }
}

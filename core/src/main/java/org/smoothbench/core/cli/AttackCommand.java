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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Mixin
    private ComparedRuns runs = new ComparedRuns();

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

    @Option(
            names = "--smallest",
            description = "Seek the smallest budget at which the attack fools, too, and the distance FAB finds.")
    private boolean smallest;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write image, perturbation and adversarial image into this folder as PNG files.")
    private @Nullable Path out;

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
        if (transfer != null && (smallest || out != null)) {
            throw new Problem.Usage(
                            "a matrix has neither pictures nor a smallest budget",
                            smallest ? "--smallest" : "--out",
                            "leave it out, or give --image I instead of --transfer")
                    .asException();
        }
        List<ModelChoice> models = models();
        BenchSettings how = new BenchSettings(AttackNames.parse(attack), runs.threat(), runs.seed());
        PrintWriter terminal = spec.commandLine().getOut();
        try (TorchEngine engine = TorchEngine.open(runs.runtime());
                ProbeSession session = new ProbeSession(engine, Math.max(ProbeSession.MODELS, models.size()))) {
            AttackText text = image == null
                    ? AttackText.of(transfer(session, models, how))
                    : AttackText.of(attacked(session, models, how, image));
            terminal.println(runs.json() ? text.json() : text.text());
            terminal.flush();
        }
        return 0;
    }

    private List<ModelChoice> models() throws IOException {
        CheckpointOption weights = runs.checkpoint();
        return runs.all().stream()
                .map(run -> new ModelChoice(run, weights.name(), weights.averaged()))
                .toList();
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

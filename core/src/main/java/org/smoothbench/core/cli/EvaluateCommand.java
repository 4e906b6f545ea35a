package org.smoothbench.core.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.experiment.AttackNames;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.EvaluationPlan;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.launch.Evaluation;
import org.smoothbench.core.launch.EvaluationSource;
import org.smoothbench.core.launch.TrainedModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evaluate}: clean and robust accuracy of a finished model. */
@Command(
        name = "evaluate",
        description = {
            "Measure clean and robust accuracy of a run's network or of a TorchScript file.",
            "The same command again goes on where it was interrupted, or shows the result."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  smoothbench evaluate sample-silu                            a preview: APGD-CE and APGD-T",
            "  smoothbench evaluate sample-silu --attack autoattack        the number papers report",
            "  smoothbench evaluate sample-silu --attack pgd-10,pgd-50 --each --examples 500",
            "  smoothbench evaluate --model resnet.pt --data cifar10 --attack autoattack --eps 8",
            "  smoothbench evaluate sample-silu --attack '{\"type\": \"pgd\", \"steps\": 20, \"restarts\": 5}'",
            "",
            "Attacks: autoattack, autoattack-plus, autoattack-rand, preview, fgsm, pgd-N, apgd-ce, apgd-dlr, apgd-t,",
            "fab, fab-t, square; or a JSON object with settings."
        })
final class EvaluateCommand implements Callable<Integer> {

    @Mixin
    private TargetOptions target = new TargetOptions();

    @Mixin
    private ThreatOptions threat = new ThreatOptions();

    @Option(
            names = "--attack",
            paramLabel = "ATTACK",
            description = "One or more, by commas or one option each; default: preview.")
    private List<String> attacks = List.of("preview");

    @Option(
            names = "--each",
            description = "Give every attack all images the model gets right, not only those still standing.")
    private boolean each;

    @Option(
            names = "--examples",
            paramLabel = "N",
            defaultValue = "0",
            description = "So many test images, spread evenly over the set; default: all.")
    private int examples;

    @Option(names = "--batch", paramLabel = "N", defaultValue = "250", description = "Images per batch; default: 250.")
    private int batch;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "Seed; default: 0.")
    private long seed;

    @Option(
            names = "--pictures",
            paramLabel = "N",
            defaultValue = "20",
            description =
                    "So many adversarial examples as pairs of PNG files; default: 20. All are in adversarial.npz.")
    private int pictures;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder for results; else the run's, or FILE-evaluations beside you.")
    private @Nullable Path out;

    @Option(names = "--device", paramLabel = "DEVICE", description = "auto, cpu or gpu:N; else the run's own, or auto.")
    private @Nullable String device;

    @Option(names = "--threads", paramLabel = "N", description = "CPU threads; else the run's own, or all.")
    private @Nullable Integer threads;

    @Option(names = "--json", description = "Print the result as JSON instead of text.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<AttackSpec> specs = specs();
        EvaluationSource source = target.source();
        EvaluationPlan plan = new EvaluationPlan(
                threat(source),
                specs,
                each,
                Positive.orZero("--examples", examples),
                Positive.number("--batch", batch),
                seed);
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        StudyProgress line = new StudyProgress(err);
        EvaluationProgress observer = new EvaluationProgress(json ? err : out, line);
        Evaluation.Finished finished = new Evaluation(
                        plan, runtime(source), Positive.orZero("--pictures", pictures), observer)
                .run(source, parent(source));
        line.clear();
        out.print(json ? finished.result().json() : EvaluationText.of(finished));
        out.flush();
        return 0;
    }

    private List<AttackSpec> specs() {
        List<AttackSpec> specs = new ArrayList<>();
        for (String given : attacks) {
            if (given.stripLeading().startsWith("{")) {
                specs.add(AttackNames.parse(given));
            } else {
                for (String name : given.split(",", -1)) {
                    specs.add(AttackNames.parse(name.strip()));
                }
            }
        }
        return specs;
    }

    /** Runs are judged by the budget they were trained to be judged by. */
    private ThreatModel threat(EvaluationSource source) {
        return switch (source) {
            case EvaluationSource.OfRun run -> threat.threat(TrainedModel.experiment(run.run()));
            case EvaluationSource.OfFile _ -> threat.threat();
        };
    }

    private RuntimeSpec runtime(EvaluationSource source) {
        RuntimeSpec own = switch (source) {
            case EvaluationSource.OfRun run ->
                TrainedModel.experiment(run.run()).runtime();
            case EvaluationSource.OfFile _ -> new RuntimeSpec("auto", 0, 0);
        };
        return new RuntimeSpec(
                device == null ? own.device() : device,
                threads == null ? own.threads() : Positive.orZero("--threads", threads),
                0);
    }

    private Path parent(EvaluationSource source) {
        if (out != null) {
            return out;
        }
        return switch (source) {
            case EvaluationSource.OfRun run -> run.run().evaluations();
            case EvaluationSource.OfFile file ->
                Path.of(String.valueOf(file.file().getFileName()).replaceFirst("\\.[^.]*$", "") + "-evaluations");
        };
    }
}

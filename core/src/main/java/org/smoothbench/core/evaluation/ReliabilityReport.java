package org.smoothbench.core.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.smoothbench.core.attack.Symptoms;
import org.smoothbench.core.evaluation.ReliabilityFlag.Kind;

/** What the attacks' course tells of how far their result can be trusted. */
final class ReliabilityReport {

    /** By how much Square may lower the accuracy of attacks with gradients, as in AutoAttack's own check. */
    private static final double BLACK_BOX_GAIN = 0.002;

    /** Above this share of runs, attacks that never got anywhere are more than a few odd images. */
    private static final double MANY_STUCK = 0.1;

    private ReliabilityReport() {}

    /** Flags of finished stages. */
    static List<ReliabilityFlag> of(List<StageResult> stages, Share clean) {
        List<ReliabilityFlag> flags = new ArrayList<>();
        Symptoms all = stages.stream().map(StageResult::symptoms).reduce(Symptoms.NONE, Symptoms::plus);
        zeroGradients(all).ifPresent(flags::add);
        notFinite(all).ifPresent(flags::add);
        for (StageResult stage : stages) {
            stuck(stage).ifPresent(flags::add);
        }
        blackBox(stages, clean).ifPresent(flags::add);
        int unconfirmed = stages.stream().mapToInt(StageResult::unconfirmed).sum();
        if (unconfirmed > 0) {
            flags.add(new ReliabilityFlag(
                    Kind.UNCONFIRMED,
                    unconfirmed + " examples fooled the model as it is attacked (batch normalisation folded into "
                            + "convolutions) by so little that the model as it is used still gets them right; they do not "
                            + "count"));
        }
        return flags;
    }

    private static Optional<ReliabilityFlag> zeroGradients(Symptoms all) {
        return all.zeroGradients() == 0
                ? Optional.empty()
                : Optional.of(
                        new ReliabilityFlag(
                                Kind.ZERO_GRADIENTS,
                                "in " + share(all.zeroGradients(), all.runs())
                                        + " of the runs the gradient was exactly zero where the attack began: it had no direction to "
                                        + "go, and the image may have stood for that reason alone; see whether Square finds more"));
    }

    private static Optional<ReliabilityFlag> notFinite(Symptoms all) {
        return all.notFinite() == 0
                ? Optional.empty()
                : Optional.of(new ReliabilityFlag(
                        Kind.NOT_FINITE,
                        "in " + share(all.notFinite(), all.runs())
                                + " of the runs a loss or gradient was infinite or no number; attacks on these images are "
                                + "worth little"));
    }

    private static Optional<ReliabilityFlag> stuck(StageResult stage) {
        Symptoms symptoms = stage.symptoms();
        return symptoms.runs() == 0 || symptoms.stuck() <= MANY_STUCK * symptoms.runs()
                ? Optional.empty()
                : Optional.of(new ReliabilityFlag(
                        Kind.STUCK,
                        stage.attack() + " never got above the loss it began with in "
                                + share(symptoms.stuck(), symptoms.runs())
                                + " of its runs: gradients that do not lead uphill are a sign of masking, not of "
                                + "robustness"));
    }

    private static Optional<ReliabilityFlag> blackBox(List<StageResult> stages, Share clean) {
        Optional<StageResult> square =
                stages.stream().filter(stage -> stage.attack().equals("square")).findFirst();
        if (square.isEmpty()) {
            return Optional.empty();
        }
        int at = stages.indexOf(square.get());
        double before = stages.subList(0, at).stream()
                .mapToDouble(stage -> stage.after().share())
                .min()
                .orElse(clean.share());
        double gain = before - square.get().after().share();
        return at == 0 || gain <= BLACK_BOX_GAIN
                ? Optional.empty()
                : Optional.of(new ReliabilityFlag(
                        Kind.BLACK_BOX_BETTER,
                        String.format(
                                Locale.ROOT,
                                "Square, which uses no gradients, lowered robust accuracy by %.2f points below what the "
                                        + "attacks with gradients had reached: their gradients seem to mislead, so the true "
                                        + "robustness may be lower still; try more queries and restarts, or an attack made "
                                        + "for this model",
                                100 * gain)));
    }

    /** The flag of images that withstand a budget that allows almost anything; empty if none does. */
    static Optional<ReliabilityFlag> largeBudget(int tried, int fallen, String budget) {
        return fallen == tried
                ? Optional.empty()
                : Optional.of(new ReliabilityFlag(
                        Kind.LARGE_BUDGET_WITHSTOOD,
                        (tried - fallen) + " of " + tried + " images withstood an attack with " + budget
                                + ", which allows to turn every pixel grey: unless the model says the same of whatever it is "
                                + "shown, the attack must have failed, not the images be robust"));
    }

    private static String share(long part, long whole) {
        return String.format(Locale.ROOT, "%.2g %%", 100.0 * part / Math.max(1, whole));
    }
}

package org.smoothbench.core.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.smoothbench.core.evaluation.ReliabilityFlag.Kind;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.AutoAttack;
import org.smoothbench.core.experiment.EvaluationPlan;

/** What a robust accuracy may be called: AutoAttack's number only if it is. */
final class ResultLabel {

    /** Below this the difference of logits ratio has no third class to divide by. */
    private static final int DLR_CLASSES = 3;

    /** Below this the targeted one has no fourth. */
    private static final int TARGETED_CLASSES = 4;

    private ResultLabel() {}

    /** The label of a plan's result on a model with so many classes. */
    static String of(EvaluationPlan plan, int classes) {
        List<String> names = plan.attacks().stream().map(AttackSpec::label).toList();
        String attacks = String.join(" + ", names) + ", " + plan.threat().label();
        boolean ensemble = plan.attacks().stream().anyMatch(AutoAttack.class::isInstance);
        boolean preview = plan.attacks().stream()
                .allMatch(attack -> attack instanceof AutoAttack auto && auto.version() == AutoAttack.Version.PREVIEW);
        if (preview) {
            return attacks + " (a preview: an upper bound of AutoAttack's number, not that number)";
        }
        return ensemble && fewClasses(plan, classes).isPresent()
                ? attacks + " (AutoAttack-like: adapted to " + classes + " classes)"
                : attacks;
    }

    /** What of the attacks' definition does not fit so few classes; empty if everything does. */
    static Optional<ReliabilityFlag> fewClasses(EvaluationPlan plan, int classes) {
        List<AttackSpec> stages = plan.stages();
        boolean dlr = stages.stream().anyMatch(ResultLabel::usesDlr);
        boolean targetedDlr = stages.stream().anyMatch(AttackSpec.ApgdTargeted.class::isInstance);
        int targets = stages.stream().mapToInt(ResultLabel::targets).max().orElse(0);
        StringBuilder adapted = new StringBuilder();
        if (dlr && classes < DLR_CLASSES) {
            adapted.append("the difference of logits ratio needs three classes, so the margin took its place; ");
        }
        if (targetedDlr && classes < TARGETED_CLASSES) {
            adapted.append("the targeted ratio needs four classes, so the targeted margin took its place; ");
        }
        if (targets > classes - 1) {
            adapted.append(
                    String.format(Locale.ROOT, "%d of the %d targets exist; ", Math.max(1, classes - 1), targets));
        }
        return adapted.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReliabilityFlag(
                        Kind.FEW_CLASSES,
                        "the model has only " + classes + " classes: " + adapted
                                + "so the number does not compare with those of the original attacks on ten classes"));
    }

    private static boolean usesDlr(AttackSpec attack) {
        return switch (attack) {
            case AttackSpec.Apgd apgd -> apgd.loss() == AttackSpec.Loss.DLR;
            case AttackSpec.Pgd pgd -> pgd.loss() == AttackSpec.Loss.DLR;
            case AttackSpec.Fgsm _, AttackSpec.ApgdTargeted _, AttackSpec.Fab _ -> false;
            case AttackSpec.FabTargeted _, AttackSpec.Square _, AutoAttack _ -> false;
        };
    }

    private static int targets(AttackSpec attack) {
        return switch (attack) {
            case AttackSpec.ApgdTargeted targeted -> targeted.targets();
            case AttackSpec.FabTargeted targeted -> targeted.targets();
            case AttackSpec.Pgd pgd -> pgd.targets();
            case AttackSpec.Fgsm _, AttackSpec.Apgd _, AttackSpec.Fab _ -> 0;
            case AttackSpec.Square _, AutoAttack _ -> 0;
        };
    }
}

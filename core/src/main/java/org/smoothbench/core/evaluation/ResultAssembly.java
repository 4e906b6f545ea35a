package org.smoothbench.core.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.smoothbench.core.attack.Passes;
import org.smoothbench.core.evaluation.BatchEntry.Part;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.EvaluationPlan;

/** Turns finished batches into shares. */
final class ResultAssembly {

    private final EvaluationPlan plan;
    private final Tally tally;
    private final TestImages images;

    ResultAssembly(EvaluationPlan plan, Tally tally, TestImages images) {
        this.plan = plan;
        this.tally = tally;
        this.images = images;
    }

    Share clean() {
        return share(tally.correct().size());
    }

    Share robust() {
        return share(tally.standingBefore(plan.stages().size()).size());
    }

    List<StageResult> stages() {
        List<AttackSpec> attacks = plan.stages();
        List<StageResult> stages = new ArrayList<>();
        for (int stage = 0; stage < attacks.size(); stage++) {
            stages.add(stage(stage, attacks.get(stage)));
        }
        return stages;
    }

    private StageResult stage(int stage, AttackSpec attack) {
        int attacked = tally.subjects(Part.ATTACK, stage).size();
        int fallen = tally.hits(Part.ATTACK, stage);
        double seconds = tally.seconds(Part.ATTACK, stage);
        Passes passes = tally.passes(Part.ATTACK, stage);
        return new StageResult(
                attack.label(),
                attacked,
                fallen,
                share(attacked - fallen),
                share(tally.standingBefore(stage + 1).size()),
                seconds,
                passes,
                rate(attacked, seconds),
                rate(passes.gradient(), seconds),
                rate(passes.forward() - passes.gradient(), seconds),
                tally.symptoms(Part.ATTACK, stage),
                tally.unconfirmed(Part.ATTACK, stage));
    }

    private static double rate(long count, double seconds) {
        return seconds > 0 ? count / seconds : 0;
    }

    List<ClassResult> classes() {
        Set<Integer> correct = tally.correct();
        Set<Integer> standing = tally.standingBefore(plan.stages().size());
        List<String> names = images.classNames();
        List<ClassResult> classes = new ArrayList<>();
        for (int label = 0; label < names.size(); label++) {
            int all = 0;
            int right = 0;
            int robust = 0;
            for (int index : tally.subjects(Part.CLEAN, 0)) {
                if (images.images().label(index) == label) {
                    all++;
                    right += correct.contains(index) ? 1 : 0;
                    robust += standing.contains(index) ? 1 : 0;
                }
            }
            classes.add(new ClassResult(names.get(label), Share.of(right, all), Share.of(robust, all)));
        }
        return classes;
    }

    private Share share(int count) {
        return Share.of(count, tally.examples());
    }
}

package org.smoothbench.core.experiment;

import java.util.ArrayList;
import java.util.List;
import org.smoothbench.core.schema.InvalidSettingException;
import org.smoothbench.core.schema.Setting;

/**
 * How the robustness of a finished model is measured. The same plan on the same model and images finds the same, whatever
 * the size of batches.
 */
public record EvaluationPlan(
        @Setting(help = "What the attacker may do to an image", defaultValue = "\"linf\"")
        ThreatModel threat,

        @Setting(
                help = "The attacks, in their order",
                defaultValue = "[{\"type\": \"autoattack\", \"version\": \"standard\"}]")
        List<AttackSpec> attacks,

        @Setting(
                help =
                        "Whether every attack gets all images the model is right about, instead of those that the attacks "
                                + "before left standing",
                defaultValue = "false")
        boolean each,

        @Setting(
                help = "How many test images are used, spread evenly over the set; 0 for all",
                unit = "images",
                min = 0,
                max = 10000000,
                defaultValue = "0")
        int examples,

        @Setting(help = "Images per batch", unit = "images", min = 1, max = 65536, defaultValue = "250")
        int batchSize,

        @Setting(help = "What random numbers follow from", defaultValue = "0")
        long seed) {

    public EvaluationPlan {
        attacks = List.copyOf(attacks);
        if (attacks.isEmpty()) {
            throw new InvalidSettingException("attacks", "at least one attack", "an empty list");
        }
    }

    /** The single attacks in their order, those of ensembles one by one. */
    public List<AttackSpec> stages() {
        List<AttackSpec> stages = new ArrayList<>();
        attacks.forEach(attack -> stages.addAll(attack.stages()));
        return List.copyOf(stages);
    }
}

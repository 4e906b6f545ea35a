package org.smoothbench.core.preset;

import java.util.List;
import org.smoothbench.core.experiment.DataSpec;
import org.smoothbench.core.experiment.Experiment;

/**
 * An experiment by name, complete but for where its images lie.
 *
 * @param name how it is called in commands; presets of full scale carry no suffix
 * @param scale how large it is
 * @param description what it is, as one clause
 * @param published what the paper reports of it
 * @param differences what deviates from the paper, each as one clause; the paper's own gaps are named, too
 * @param recipe the experiment
 */
public record Preset(
        String name, Scale scale, String description, Published published, List<String> differences, Recipe recipe) {

    public Preset {
        differences = List.copyOf(differences);
    }

    /** The images it is made for. */
    public WantedImages images() {
        return recipe.images();
    }

    /** The specification, called like the preset. */
    public Experiment experiment(DataSpec data) {
        return recipe.experiment(name, data);
    }
}

package org.smoothbench.core.preset;

import java.util.List;

/**
 * Experiments of the paper that answer one question together.
 *
 * @param name how it is called in commands; the names of its presets begin with it
 * @param title what it asks, on one line
 * @param place where the paper has it
 * @param presets at all scales, each scale in the paper's order
 */
public record Study(String name, String title, String place, List<Preset> presets) {

    public Study {
        presets = List.copyOf(presets);
    }

    /** The presets of one scale. */
    public List<Preset> at(Scale scale) {
        return presets.stream().filter(preset -> preset.scale() == scale).toList();
    }
}

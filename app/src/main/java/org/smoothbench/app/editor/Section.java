package org.smoothbench.app.editor;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The parts of the form, in their order. */
public enum Section {
    /** What it is called. */
    EXPERIMENT("Experiment", "$.name"),
    /** The images. */
    DATA("Data", "$.data"),
    /** The network. */
    NETWORK("Network", "$.model"),
    /** Its activation function. */
    ACTIVATION("Activation", "$.model.activation"),
    /** The method of training and its attack. */
    ADVERSARY("Adversary", "$.training.method"),
    /** How weights follow gradients. */
    OPTIMISER("Optimiser and schedule", "$.training"),
    /** What becomes of training images. */
    AUGMENTATION("Augmentation and split", "$.augmentation $.split"),
    /** How accuracy is measured while training. */
    EVALUATION("Evaluation", "$.evaluation"),
    /** Where it runs. */
    RUNTIME("Runtime", "$.runtime $.schema");

    private final String label;
    /** Paths, separated by blanks. */
    private final String prefixes;

    Section(String label, String prefixes) {
        this.label = label;
        this.prefixes = prefixes;
    }

    /** Its heading. */
    public String label() {
        return label;
    }

    /** Its number, to be used in ids. */
    public String id() {
        return "section-" + name().toLowerCase(Locale.ROOT);
    }

    /** The section of a setting: the one with the longest prefix. */
    public static Section of(String path) {
        return Stream.of(values())
                .flatMap(section -> Stream.of(section.prefixes.split(" ", -1))
                        .filter(prefix -> path.equals(prefix) || path.startsWith(prefix + "."))
                        .map(prefix -> Map.entry(prefix.length(), section)))
                .max(Comparator.comparing(Map.Entry<Integer, Section>::getKey))
                .map(Map.Entry::getValue)
                .orElse(EXPERIMENT);
    }
}

package org.smoothbench.core.preset;

import java.util.Locale;

/** How large a preset's experiment is. */
public enum Scale {
    /** As in the paper; hours to weeks on GPUs. */
    FULL("", "as in the paper"),
    /** A small network on part of CIFAR-10; minutes without a GPU. */
    SMALL("-small", "minutes on CIFAR-10"),
    /** A tiny network on the program's own images; under a minute, and no data to fetch. */
    SAMPLE("-sample", "seconds on the sample images");

    private final String suffix;
    private final String summary;

    Scale(String suffix, String summary) {
        this.suffix = suffix;
        this.summary = summary;
    }

    /** The end of a preset's name. */
    public String suffix() {
        return suffix;
    }

    /** What it costs, in a few words. */
    public String summary() {
        return summary;
    }

    /** The scale as it is typed. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

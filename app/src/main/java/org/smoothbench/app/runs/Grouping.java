package org.smoothbench.app.runs;

import java.util.List;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunSummary;

/** What runs of one group have in common. */
public enum Grouping {
    /** The study they belong to. */
    STUDY("Study"),
    /** All of their tags. */
    TAGS("Tags"),
    /** Their state. */
    STATE("State"),
    /** Nothing: there are no groups. */
    NONE("No groups");

    private final String label;

    Grouping(String label) {
        this.label = label;
    }

    /** The name on screen. */
    public String label() {
        return label;
    }

    /** The group of a run, for people; empty for the group of those that have nothing of the kind. */
    String groupOf(RunSummary run) {
        return switch (this) {
            case STUDY -> run.meta().study().orElse("");
            case TAGS -> tags(run.meta().tags());
            case STATE -> run.state().map(RunState::label).orElse("unreadable");
            case NONE -> "";
        };
    }

    /** What the group of those that have nothing of the kind is called. */
    String without() {
        return switch (this) {
            case STUDY -> "without a study";
            case TAGS -> "without tags";
            case STATE, NONE -> "";
        };
    }

    private static String tags(List<String> tags) {
        return String.join(" · ", tags.stream().sorted().toList());
    }
}

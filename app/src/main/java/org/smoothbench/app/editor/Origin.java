package org.smoothbench.app.editor;

import java.util.List;
import org.smoothbench.core.schema.SettingTree;

/**
 * What a draft began from.
 *
 * @param kind what sort of thing it is
 * @param name what it is called
 * @param base its specification, which the draft is compared with
 * @param deviations how a preset differs from the paper, each as one clause; empty for others
 * @param published what the paper reports of a preset; may be empty
 */
public record Origin(Kind kind, String name, SettingTree base, List<String> deviations, String published) {

    public Origin {
        deviations = List.copyOf(deviations);
    }

    /** An origin that the paper says nothing of. */
    public Origin(Kind kind, String name, SettingTree base) {
        this(kind, name, base, List.of(), "");
    }

    /** What a draft can begin from. */
    public enum Kind {
        /** Nothing but what must be given. */
        EMPTY("empty experiment", "start"),
        /** An experiment of the paper. */
        PRESET("preset", "preset"),
        /** An experiment that comes with the program. */
        SAMPLE("sample", "sample"),
        /** A specification file. */
        FILE("file", "file"),
        /** A run. */
        RUN("run", "run");

        private final String label;
        private final String word;

        Kind(String label, String word) {
            this.label = label;
            this.word = word;
        }

        /** How it is called in front of a name. */
        public String label() {
            return label;
        }

        /** The one word in front of its value of a setting. */
        public String word() {
            return word;
        }
    }

    /** It in words, such as {@code preset table1-both-small}. */
    public String label() {
        return kind == Kind.EMPTY ? "the " + kind.label() : kind.label() + " " + name;
    }
}

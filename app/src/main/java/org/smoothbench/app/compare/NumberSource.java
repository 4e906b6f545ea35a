package org.smoothbench.app.compare;

/**
 * Where accuracies come from and how they were measured; only those of one source are compared.
 *
 * @param kind when they were measured
 * @param conditions attack, budget and number of images in words
 */
public record NumberSource(Kind kind, String conditions) {

    /** When. */
    public enum Kind {
        /** The last evaluation while training. */
        LAST("last while training"),
        /** The one with the highest robust accuracy while training. */
        BEST("best while training"),
        /** An evaluation of the finished network. */
        EVALUATION("evaluation");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** What people call it. */
        public String label() {
            return label;
        }
    }

    /** Both in one line. */
    public String text() {
        return kind.label() + ": " + conditions;
    }
}

package org.smoothbench.viz.export;

/** What a sequence of pictures is saved as. Immutable; any thread. */
public sealed interface AnimationFormat {
    /**
     * One file of 256 colours that plays in browsers and slides. Its delays are hundredths of a second.
     *
     * @param perSecond pictures a second, from 1 to 50
     * @param loops whether it starts again from its first picture, for ever
     */
    record Gif(double perSecond, boolean loops) implements AnimationFormat {
        /**
         * Checks the speed.
         *
         * @throws IllegalArgumentException unless it is from 1 to 50
         */
        public Gif {
            if (!(perSecond >= 1 && perSecond <= 50)) {
                throw new IllegalArgumentException("pictures a second must be from 1 to 50, not " + perSecond);
            }
        }

        /** From one picture to the next, in hundredths of a second. */
        int delay() {
            return (int) Math.round(100 / perSecond);
        }
    }

    /** A new folder of numbered PNG files with all colours, as programs that make videos want them. */
    record PngSequence() implements AnimationFormat {}
}

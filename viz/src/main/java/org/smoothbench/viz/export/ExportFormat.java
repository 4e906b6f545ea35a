package org.smoothbench.viz.export;

/** What a chart is saved as. Immutable; any thread. */
public sealed interface ExportFormat {
    /**
     * Pixels, as on the screen.
     *
     * @param scale pixels per logical pixel of the chart, from 1 to 8; 2 is sharp on a screen of high density
     */
    record Png(double scale) implements ExportFormat {
        /**
         * Checks the scale.
         *
         * @throws IllegalArgumentException unless it is from 1 to 8
         */
        public Png {
            if (!(scale >= 1 && scale <= 8)) {
                throw new IllegalArgumentException("a picture's scale must be from 1 to 8, not " + scale);
            }
        }
    }

    /** Vectors for web pages and drawing programs; text stays text. */
    record Svg() implements ExportFormat {}

    /** Vectors for papers, on a page of the chart's size; text stays text, with its font. */
    record Pdf() implements ExportFormat {}

    /** Every point of every series, hidden ones too, one line each. */
    record Csv() implements ExportFormat {}

    /** The usual end of the file's name, without the dot. */
    default String extension() {
        return switch (this) {
            case Png png -> "png";
            case Svg svg -> "svg";
            case Pdf pdf -> "pdf";
            case Csv csv -> "csv";
        };
    }
}

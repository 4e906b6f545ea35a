package org.smoothbench.viz.formula;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** A formula taken apart: what stands beside, above and below what. Immutable; any thread. */
sealed interface Formula {

    /** The formula as one would read it aloud. */
    String spoken();

    /**
     * Letters, digits or a sign.
     *
     * @param text as it is set
     * @param italic variables are slanted, functions and numbers upright
     * @param spoken as it is read aloud
     * @param before the room in front, in em
     * @param after the room behind, in em
     */
    record Symbol(String text, boolean italic, String spoken, double before, double after) implements Formula {}

    /** One part after the other. */
    record Row(List<Formula> parts) implements Formula {
        @Override
        public String spoken() {
            return parts.stream().map(Formula::spoken).collect(Collectors.joining(" "));
        }

        /** Whether it is so short that it can be read aloud without saying where it begins and ends. */
        boolean isShort() {
            return parts.size() <= 1;
        }
    }

    /** One row over another. */
    record Fraction(Row numerator, Row denominator) implements Formula {
        @Override
        public String spoken() {
            return grouped(numerator) + " over " + grouped(denominator);
        }

        private static String grouped(Row row) {
            return row.isShort() ? row.spoken() : "the quantity " + row.spoken() + " end quantity";
        }
    }

    /** A row raised behind what stands before it. */
    record Power(Row exponent) implements Formula {
        @Override
        public String spoken() {
            return "to the power " + exponent.spoken() + (exponent.isShort() ? "" : " end power");
        }
    }

    /** A row lowered behind what stands before it. */
    record Index(Row index) implements Formula {
        @Override
        public String spoken() {
            return "sub " + index.spoken() + (index.isShort() ? "" : " end sub");
        }
    }

    /** A row under a bar. */
    record Mean(Row of) implements Formula {
        @Override
        public String spoken() {
            return of.spoken() + " bar";
        }
    }

    /** Alternatives below each other, each a value and its condition. */
    record Cases(List<Case> cases) implements Formula {
        @Override
        public String spoken() {
            var text = new StringJoiner("; ");
            cases.forEach(one ->
                    text.add(one.value().spoken() + " if " + one.condition().spoken()));
            return text.toString();
        }
    }

    /** One alternative. */
    record Case(Row value, Row condition) {}
}

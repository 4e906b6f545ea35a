package org.smoothbench.viz.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.smoothbench.viz.formula.Formula.Case;
import org.smoothbench.viz.formula.Formula.Cases;
import org.smoothbench.viz.formula.Formula.Fraction;
import org.smoothbench.viz.formula.Formula.Index;
import org.smoothbench.viz.formula.Formula.Mean;
import org.smoothbench.viz.formula.Formula.Power;
import org.smoothbench.viz.formula.Formula.Row;
import org.smoothbench.viz.formula.Formula.Symbol;

/** Reads the part of LaTeX that formulas of one variable need. */
final class FormulaParser {
    private static final double THIN = 1 / 6.0;
    private static final double MEDIUM = 2 / 9.0;
    private static final double THICK = 5 / 18.0;

    private static final Map<String, Symbol> COMMANDS = Map.ofEntries(
            Map.entry("alpha", letter("α", "alpha")),
            Map.entry("beta", letter("β", "beta")),
            Map.entry("delta", letter("δ", "delta")),
            Map.entry("epsilon", letter("ε", "epsilon")),
            Map.entry("eta", letter("η", "eta")),
            Map.entry("theta", letter("θ", "theta")),
            Map.entry("lambda", letter("λ", "lambda")),
            Map.entry("mu", letter("μ", "mu")),
            Map.entry("pi", letter("π", "pi")),
            Map.entry("sigma", letter("σ", "sigma")),
            Map.entry("Pi", new Symbol("Π", false, "Pi", 0, 0)),
            Map.entry("nabla", new Symbol("∇", false, "gradient", 0, 0)),
            Map.entry("|", new Symbol("‖", false, "norm", 0, 0)),
            Map.entry("le", new Symbol("≤", false, "at most", THICK, THICK)),
            Map.entry("leftarrow", new Symbol("←", false, "becomes", THICK, THICK)),
            Map.entry("cos", function("cos")),
            Map.entry("Phi", new Symbol("Φ", false, "Phi", 0, 0)),
            Map.entry("infty", new Symbol("∞", false, "infinity", 0, 0)),
            Map.entry("ge", new Symbol("≥", false, "at least", THICK, THICK)),
            Map.entry("max", function("max")),
            Map.entry("min", function("min")),
            Map.entry("log", function("log")),
            Map.entry("tanh", function("tanh")),
            Map.entry(",", new Symbol("", false, "", THIN, 0)));

    private final String source;
    private int next;

    private FormulaParser(String source) {
        this.source = source;
    }

    /**
     * Reads a formula.
     *
     * @throws IllegalArgumentException if it holds anything that cannot be set here
     */
    static Row parse(String latex) {
        var parser = new FormulaParser(latex);
        var row = parser.row();
        if (parser.next < latex.length()) {
            throw parser.unknown("the end");
        }
        return row;
    }

    /** Up to a closing brace, a column, a line's end, the end of the cases, or the end of all. */
    private Row row() {
        var parts = new ArrayList<Formula>();
        while (next < source.length() && !atBorder()) {
            var sign = source.charAt(next);
            if (Character.isWhitespace(sign)) {
                next++;
            } else if (sign == '\\') {
                parts.add(command());
            } else if (sign == '^') {
                next++;
                parts.add(new Power(argument()));
            } else if (sign == '_') {
                next++;
                parts.add(new Index(argument()));
            } else {
                parts.add(plain(parts.isEmpty() || opens(parts.getLast())));
            }
        }
        return new Row(List.copyOf(parts));
    }

    private boolean atBorder() {
        var sign = source.charAt(next);
        return sign == '}' || sign == '&' || source.startsWith("\\\\", next) || source.startsWith("\\end", next);
    }

    /** Whether a sign behind this one is the sign of a number rather than an operation. */
    private static boolean opens(Formula before) {
        return before instanceof Symbol symbol && ("(".equals(symbol.text()) || symbol.after() > 0);
    }

    private Formula plain(boolean leading) {
        var sign = source.charAt(next);
        if (Character.isDigit(sign)) {
            var start = next;
            while (next < source.length() && (Character.isDigit(source.charAt(next)) || source.charAt(next) == '.')) {
                next++;
            }
            var number = source.substring(start, next);
            return new Symbol(number, false, number, 0, 0);
        }
        next++;
        var room = leading ? 0 : MEDIUM;
        return switch (sign) {
            case '+' -> new Symbol("+", false, "plus", room, room);
            case '-' -> new Symbol("−", false, "minus", room, room);
            case '=' -> new Symbol("=", false, "equals", THICK, THICK);
            case '<' -> new Symbol("<", false, "less than", THICK, THICK);
            case ',' -> new Symbol(",", false, ",", 0, THIN);
            case '/' -> new Symbol("/", false, "over", 0, 0);
            case '(' -> new Symbol("(", false, "(", 0, 0);
            case ')' -> new Symbol(")", false, ")", 0, 0);
            case '\'' -> new Symbol("′", false, "prime", 0, 0);
            default -> {
                if (!Character.isLetter(sign)) {
                    next--;
                    throw unknown("a letter, a digit or a sign");
                }
                yield letter(String.valueOf(sign), String.valueOf(sign));
            }
        };
    }

    private Formula command() {
        next++;
        var start = next;
        while (next < source.length() && Character.isLetter(source.charAt(next))) {
            next++;
        }
        if (next == start) {
            next++;
        }
        var name = source.substring(start, Math.min(next, source.length()));
        return switch (name) {
            case "frac" -> new Fraction(argument(), argument());
            case "bar" -> new Mean(argument());
            case "mathrm" -> upright();
            case "begin" -> cases();
            default -> {
                var known = COMMANDS.get(name);
                if (known == null) {
                    next = start;
                    throw unknown("a known command");
                }
                yield known;
            }
        };
    }

    private Row argument() {
        if (next < source.length() && source.charAt(next) == '{') {
            next++;
            var row = row();
            expect("}");
            return row;
        }
        if (next < source.length() && source.charAt(next) == '\\') {
            return new Row(List.of(command()));
        }
        return new Row(List.of(plain(true)));
    }

    private Symbol upright() {
        expect("{");
        var end = source.indexOf('}', next);
        if (end < 0) {
            throw unknown("}");
        }
        var word = source.substring(next, end);
        next = end + 1;
        return new Symbol(word, false, word, 0, 0);
    }

    private Cases cases() {
        expect("{cases}");
        var cases = new ArrayList<Case>();
        do {
            var value = row();
            expect("&");
            cases.add(new Case(value, row()));
        } while (skips("\\\\"));
        expect("\\end{cases}");
        return new Cases(List.copyOf(cases));
    }

    private boolean skips(String text) {
        if (source.startsWith(text, next)) {
            next += text.length();
            return true;
        }
        return false;
    }

    private void expect(String text) {
        if (!skips(text)) {
            throw unknown(text);
        }
    }

    private IllegalArgumentException unknown(String expected) {
        return new IllegalArgumentException("expected " + expected + " at " + next + " of \"" + source + "\"");
    }

    private static Symbol letter(String text, String spoken) {
        return new Symbol(text, true, spoken, 0, 0);
    }

    private static Symbol function(String name) {
        return new Symbol(name, false, name, THIN, 0);
    }
}

package org.smoothbench.app.runs.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunSummary;
import org.smoothbench.core.schema.NearestName;

/** Reads one term of a search. */
final class TermParser {

    private static final Pattern FIELD = Pattern.compile("([A-Za-z]+)(>=|<=|>|<|=|:)(.*)", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("(-?\\d{1,15}(?:\\.\\d{0,15})?|\\.\\d{1,15})\\s*(%|/255)?");

    private TermParser() {}

    static ParsedFilter parse(String term) {
        if (term.chars().filter(c -> c == '"').count() % 2 == 1) {
            return new FilterMistake(term, "a closing quote");
        }
        boolean negated = term.startsWith("-");
        String text = negated ? term.substring(1) : term;
        if (text.isEmpty()) {
            return new FilterMistake(term, "a word after the minus, which runs must not hold");
        }
        return switch (positive(text)) {
            case RunFilter filter
            when negated ->
                new RunFilter(filter.terms().stream().map(Predicate::not).toList());
            case ParsedFilter other -> other;
        };
    }

    private static ParsedFilter positive(String text) {
        Matcher field = FIELD.matcher(text);
        if (!field.matches()) {
            return anywhere(text);
        }
        String key = field.group(1);
        String operator = field.group(2);
        String value = unquoted(field.group(3));
        Optional<NumberField> number = NumberField.of(key);
        if (number.isPresent()) {
            return number(text, number.get(), operator, value);
        }
        Optional<TextField> words = TextField.of(key);
        if (words.isEmpty()) {
            return new FilterMistake(text, unknown(key));
        }
        if (!operator.equals(":") && !operator.equals("=")) {
            return new FilterMistake(text, "“" + key + ":” and a word, as “" + key + "” is no number");
        }
        return text(text, words.get(), value.toLowerCase(Locale.ROOT));
    }

    private static ParsedFilter anywhere(String text) {
        String part = unquoted(text).toLowerCase(Locale.ROOT);
        return part.isEmpty()
                ? RunFilter.ALL
                : filter(run -> Arrays.stream(TextField.values()).anyMatch(field -> field.holds(run, part)));
    }

    private static ParsedFilter text(String term, TextField field, String part) {
        if (part.isBlank()) {
            return new FilterMistake(term, "a word after the colon");
        }
        if (field == TextField.STATE && states().noneMatch(state -> state.startsWith(part))) {
            return new FilterMistake(term, "one of the states " + String.join(", ", states().toList()));
        }
        return filter(run -> field.holds(run, part));
    }

    private static Stream<String> states() {
        return Stream.concat(Arrays.stream(RunState.values()).map(RunState::label), Stream.of("unreadable"));
    }

    private static ParsedFilter number(String term, NumberField field, String operator, String value) {
        Matcher number = NUMBER.matcher(value.strip());
        String expected = field.accuracy() ? "a number of percent, such as 40" : "a number";
        if (!number.matches()) {
            return new FilterMistake(term, expected);
        }
        String unit = number.group(2);
        boolean fits = unit == null || (unit.equals("%") ? field.accuracy() : field == NumberField.EPS);
        if (!fits) {
            return new FilterMistake(term, expected + " without “" + unit + "”");
        }
        double wanted = Double.parseDouble(number.group(1));
        DoublePredicate test = test(operator, wanted, field.accuracy() ? 0.05 : 1e-9);
        return filter(run -> {
            OptionalDouble found = field.of(run);
            return found.isPresent() && test.test(found.getAsDouble());
        });
    }

    /** Accuracies are shown with one digit, so those count as equal that look equal. */
    private static DoublePredicate test(String operator, double wanted, double tolerance) {
        return switch (operator) {
            case ">" -> found -> found > wanted;
            case ">=" -> found -> found >= wanted - 1e-9;
            case "<" -> found -> found < wanted;
            case "<=" -> found -> found <= wanted + 1e-9;
            default -> found -> Math.abs(found - wanted) <= tolerance;
        };
    }

    private static String unknown(String key) {
        List<String> keys = new ArrayList<>(NumberField.keys());
        keys.addAll(TextField.keys());
        String hint = NearestName.hint(key, keys);
        String known = hint.isEmpty() ? "one of " + String.join(", ", keys) : "a known word before the sign" + hint;
        return known + "; put it in quotes to search for it as it stands";
    }

    private static RunFilter filter(Predicate<RunSummary> term) {
        return new RunFilter(List.of(term));
    }

    private static String unquoted(String text) {
        return text.replace("\"", "");
    }
}

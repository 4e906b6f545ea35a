package org.smoothbench.app.runs.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.smoothbench.core.run.RunSummary;

/**
 * A search among runs, such as {@code silu robust>40 -tag:draft}. Immutable; any thread.
 *
 * @param terms what a run must fulfil, all of it
 */
public record RunFilter(List<Predicate<RunSummary>> terms) implements ParsedFilter {

    /** Lets every run pass. */
    public static final RunFilter ALL = new RunFilter(List.of());

    public RunFilter {
        terms = List.copyOf(terms);
    }

    /** Reads a search; a blank one lets every run pass. */
    public static ParsedFilter parse(String text) {
        List<Predicate<RunSummary>> terms = new ArrayList<>();
        for (String term : Terms.split(text)) {
            switch (TermParser.parse(term)) {
                case RunFilter one -> terms.addAll(one.terms());
                case FilterMistake mistake -> {
                    return mistake;
                }
            }
        }
        return new RunFilter(terms);
    }

    /** Whether a run fulfils every term. */
    public boolean matches(RunSummary run) {
        for (Predicate<RunSummary> term : terms) {
            if (!term.test(run)) {
                return false;
            }
        }
        return true;
    }
}

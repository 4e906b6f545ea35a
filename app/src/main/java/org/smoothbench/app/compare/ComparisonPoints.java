package org.smoothbench.app.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.smoothbench.app.charts.SeedGroups;
import org.smoothbench.core.preset.Published;
import org.smoothbench.viz.scatter.Marker;
import org.smoothbench.viz.scatter.ScatterPoint;

/** Makes points of numbers: one for each run, or for each group of runs that differ in their seeds only. */
final class ComparisonPoints {

    private final SeedGroups groups = new SeedGroups();
    private final List<String> activations = new ArrayList<>();

    /** The points of runs; with whiskers of one standard deviation where there are several seeds. */
    List<ScatterPoint> measured(List<RunNumbers> numbers, boolean overSeeds) {
        List<List<RunNumbers>> grouped = overSeeds
                ? groups.group(numbers, one -> one.run().now().summary())
                : numbers.stream().map(List::of).toList();
        return grouped.stream().map(this::point).toList();
    }

    private ScatterPoint point(List<RunNumbers> group) {
        RunNumbers first = group.getFirst();
        List<String> names =
                group.stream().map(one -> one.run().now().summary().name()).toList();
        List<String> details = new ArrayList<>();
        details.add(first.source().text());
        if (group.size() == 1) {
            details.add(first.when() + ", seed " + first.seed());
        } else {
            details.add("mean ± standard deviation, n = " + group.size() + ", seeds "
                    + group.stream().map(RunNumbers::seed).collect(Collectors.joining(", ")) + first.averaged());
        }
        details.add(first.activation());
        return new ScatterPoint(
                first.run().id(),
                group.size() == 1 ? first.run().now().title() : SeedGroups.name(names) + " (n = " + group.size() + ")",
                mean(group, RunNumbers::robust),
                mean(group, RunNumbers::clean),
                deviation(group, RunNumbers::robust),
                deviation(group, RunNumbers::clean),
                first.run().colourProperty().get(),
                marker(first.activation()),
                false,
                details);
    }

    /** What was published, set by set. */
    List<ScatterPoint> published(Set<PublishedSet> sets) {
        return sets.stream()
                .sorted()
                .flatMap(set -> set.results().stream().map(result -> published(set, result)))
                .toList();
    }

    private ScatterPoint published(PublishedSet set, PublishedSet.Result result) {
        Published numbers = result.numbers();
        return new ScatterPoint(
                "",
                set.word() + ": " + result.activation(),
                numbers.robustness().orElseThrow(),
                numbers.accuracy().orElseThrow(),
                Double.NaN,
                Double.NaN,
                0,
                marker(result.activation()),
                true,
                List.of("published, not measured here", numbers.conditions(), set.source()));
    }

    /** One shape to an activation, ours or the paper's. */
    private Marker marker(String activation) {
        if (!activations.contains(activation)) {
            activations.add(activation);
        }
        return Marker.of(activations.indexOf(activation));
    }

    private static double mean(List<RunNumbers> group, ToDoubleFunction<RunNumbers> value) {
        return group.stream().mapToDouble(value).average().orElseThrow();
    }

    private static double deviation(List<RunNumbers> group, ToDoubleFunction<RunNumbers> value) {
        if (group.size() < 2) {
            return Double.NaN;
        }
        double mean = mean(group, value);
        double squares = group.stream()
                .mapToDouble(value)
                .map(one -> (one - mean) * (one - mean))
                .sum();
        return Math.sqrt(squares / (group.size() - 1));
    }
}

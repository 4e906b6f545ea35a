package org.smoothbench.app.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.smoothbench.app.charts.ShownRuns;
import org.smoothbench.app.follow.RunDetail;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.app.runs.RunRowViewModel;
import org.smoothbench.app.wording.AccuracyWords;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.viz.scatter.ScatterPoint;

/** The page that sets runs beside each other. FX thread only. */
public final class CompareViewModel {

    private final RunListViewModel list;
    private final ObservableList<String> compared;
    private final ComparisonPoints makes = new ComparisonPoints();
    private final ObservableList<NumberSource> sources = FXCollections.observableArrayList();
    private final ObservableList<ScatterPoint> points = FXCollections.observableArrayList();
    /** Kept, since whoever listens to such a view does not keep it alive. */
    private final ObservableList<NumberSource> sourcesToRead = FXCollections.unmodifiableObservableList(sources);

    private final ObservableList<ScatterPoint> pointsToRead = FXCollections.unmodifiableObservableList(points);
    private final ObjectProperty<Sight> sight = new SimpleObjectProperty<>(this, "sight", Sight.ACCURACY);
    private final ObjectProperty<Optional<NumberSource>> source =
            new SimpleObjectProperty<>(this, "source", Optional.empty());
    private final BooleanProperty overSeeds = new SimpleBooleanProperty(this, "overSeeds", true);
    private final ObservableSet<PublishedSet> published =
            FXCollections.observableSet(EnumSet.noneOf(PublishedSet.class));
    private final ObservableList<String> notes = FXCollections.observableArrayList();
    private final ObservableList<String> notesToRead = FXCollections.unmodifiableObservableList(notes);
    private final ReadOnlyStringWrapper leftOut = new ReadOnlyStringWrapper(this, "leftOut", "");
    private final ReadOnlyStringWrapper averaged = new ReadOnlyStringWrapper(this, "averaged", "");
    private final ReadOnlyObjectWrapper<SettingsTable> table =
            new ReadOnlyObjectWrapper<>(this, "table", new SettingsTable(List.of(), List.of()));
    private final DiffViewModel diff;
    private Map<String, RunDetail> details = Map.of();

    /** A page for runs of a list; while none of them is compared, it is about the selected one. */
    public CompareViewModel(RunListViewModel list, ObservableList<String> compared) {
        this.list = list;
        this.compared = compared;
        diff = new DiffViewModel(list);
        compared.addListener((Observable _) -> refresh());
        list.selectedProperty().subscribe((_, _) -> refresh());
        source.subscribe((_, _) -> refresh());
        sight.subscribe(now -> {
            if (now == Sight.DIFF) {
                diff.want();
                diff.propose(ShownRuns.of(list, compared).stream()
                        .map(RunRowViewModel::id)
                        .toList());
            }
        });
        overSeeds.subscribe((_, _) -> refresh());
        published.addListener((Observable _) -> refresh());
    }

    /** Takes over what was read of runs, by run. */
    public void show(Map<String, RunDetail> read) {
        details = read;
        refresh();
        diff.refresh();
    }

    /** What is shown of them. */
    public ObjectProperty<Sight> sightProperty() {
        return sight;
    }

    /** Where numbers can come from: what most runs have comes first. */
    public ObservableList<NumberSource> sources() {
        return sourcesToRead;
    }

    /** Where the numbers come from; empty as long as there are none. */
    public ObjectProperty<Optional<NumberSource>> sourceProperty() {
        return source;
    }

    /** Whether runs that differ in their seeds only share a point. */
    public BooleanProperty overSeedsProperty() {
        return overSeeds;
    }

    /** Which published points are shown, too; live. */
    public ObservableSet<PublishedSet> published() {
        return published;
    }

    /** What has to be said of the published points that are shown, a line for each set. */
    public ObservableList<String> notes() {
        return notesToRead;
    }

    /** The points: robust accuracy to the right, clean accuracy upwards, both in percent. */
    public ObservableList<ScatterPoint> points() {
        return pointsToRead;
    }

    /** Which runs have no point and why, in words; empty if all have one. */
    public ReadOnlyStringProperty leftOutProperty() {
        return leftOut.getReadOnlyProperty();
    }

    /** Which points are of averaged weights, in words; empty if none are, or where the source says so itself. */
    public ReadOnlyStringProperty averagedProperty() {
        return averaged.getReadOnlyProperty();
    }

    /** The runs with what differs between them. */
    public ReadOnlyObjectProperty<SettingsTable> tableProperty() {
        return table.getReadOnlyProperty();
    }

    /** Two specifications beside each other. */
    public DiffViewModel diff() {
        return diff;
    }

    /** Selects a run. */
    public void select(String runId) {
        if (!runId.isEmpty()) {
            list.select(runId);
        }
    }

    private void refresh() {
        List<RunRowViewModel> runs = ShownRuns.of(list, compared);
        List<RunNumbers> all = runs.stream()
                .flatMap(run -> RunNumbers.of(run, Optional.ofNullable(details.get(run.id()))).stream())
                .toList();
        settleSources(all);
        List<RunNumbers> chosen = all.stream()
                .filter(one -> source.get().filter(one.source()::equals).isPresent())
                .toList();
        List<ScatterPoint> now = new ArrayList<>(makes.published(published));
        now.addAll(makes.measured(chosen, overSeeds.get()));
        if (!points.equals(now)) {
            points.setAll(now);
        }
        notes.setAll(published.stream().sorted().map(PublishedSet::note).toList());
        averaged.set(averaged(chosen));
        leftOut.set(leftOut(runs, all, chosen));
        SettingsTable newer = SettingsTable.of(runs, details);
        if (!newer.equals(table.get())) {
            table.set(newer);
        }
    }

    /** Evaluations name their weights themselves. */
    private static String averaged(List<RunNumbers> chosen) {
        Map<String, Experiment> experiments = new LinkedHashMap<>();
        chosen.stream()
                .filter(one -> one.source().kind() != NumberSource.Kind.EVALUATION)
                .map(one -> one.run().now())
                .forEach(now -> now.summary().experiment().ifPresent(one -> experiments.put(now.title(), one)));
        String words = AccuracyWords.averaged(experiments);
        return words.isEmpty() ? "" : "Accuracies " + words.replaceFirst("^[,;] ", "");
    }

    private void settleSources(List<RunNumbers> all) {
        Map<NumberSource, Long> counts = all.stream()
                .collect(Collectors.groupingBy(RunNumbers::source, LinkedHashMap::new, Collectors.counting()));
        List<NumberSource> now = counts.keySet().stream()
                .sorted(Comparator.comparingLong((NumberSource one) -> -counts.getOrDefault(one, 0L))
                        .thenComparing(NumberSource::kind))
                .toList();
        if (!sources.equals(now)) {
            sources.setAll(now);
        }
        // A choice waits for its runs to be read; only without any is one made.
        if (source.get().isEmpty() && !now.isEmpty()) {
            source.set(Optional.of(now.getFirst()));
        } else if (source.get().isPresent()
                && !now.isEmpty()
                && !now.contains(source.get().get())) {
            source.set(Optional.of(now.getFirst()));
        }
    }

    /** A run that was measured otherwise must not stand beside the others; it must not vanish without a word, either. */
    private String leftOut(List<RunRowViewModel> runs, List<RunNumbers> all, List<RunNumbers> chosen) {
        List<String> missing = new ArrayList<>();
        for (RunRowViewModel run : runs) {
            if (chosen.stream().noneMatch(one -> one.run().equals(run))) {
                String otherwise = all.stream()
                        .filter(one -> one.run().equals(run))
                        .map(one -> one.source().text())
                        .distinct()
                        .collect(Collectors.joining("; "));
                missing.add(run.now().title()
                        + (otherwise.isEmpty() ? " (nothing measured)" : " (measured otherwise: " + otherwise + ")"));
            }
        }
        return missing.isEmpty() ? "" : "Without a point here: " + String.join(", ", missing);
    }
}

package org.smoothbench.app.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;
import org.smoothbench.app.follow.Measurements;
import org.smoothbench.app.follow.RunDetail;
import org.smoothbench.app.follow.RunFeed;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.app.runs.RunNow;
import org.smoothbench.app.runs.RunRowViewModel;
import org.smoothbench.viz.chart.Range;

/** The page of charts: which runs, which charts, and how they are looked at. FX thread only. */
public final class ChartsViewModel {

    /** The largest weight that the smoothing offers. */
    public static final double MOST_SMOOTHING = 0.99;

    private final RunListViewModel list;
    private final ObservableList<String> compared;
    private final ToIntFunction<RunRowViewModel> colours;
    private final SeedGroups groups = new SeedGroups();
    private final List<CardViewModel> all =
            ChartCatalog.specs().stream().map(CardViewModel::new).toList();
    private final ObservableList<CardViewModel> cards = FXCollections.observableArrayList();
    private final ObservableList<CurveOwner> owners = FXCollections.observableArrayList();
    /** Kept, since whoever listens to such a view does not keep it alive. */
    private final ObservableList<CardViewModel> cardsToRead = FXCollections.unmodifiableObservableList(cards);

    private final ObservableList<CurveOwner> ownersToRead = FXCollections.unmodifiableObservableList(owners);
    private final ObservableSet<String> hidden = FXCollections.observableSet();
    private final ObservableList<String> pins = FXCollections.observableArrayList();
    private final ObjectProperty<ChartX> x = new SimpleObjectProperty<>(this, "x", ChartX.EPOCH);
    private final DoubleProperty smoothing = new SimpleDoubleProperty(this, "smoothing", 0);
    private final BooleanProperty means = new SimpleBooleanProperty(this, "means");
    private final BooleanProperty events = new SimpleBooleanProperty(this, "events", true);
    private final ObjectProperty<@Nullable Range> zoom = new SimpleObjectProperty<>(this, "zoom");
    private final ReadOnlyObjectWrapper<Range> extent = new ReadOnlyObjectWrapper<>(this, "extent", new Range(0, 1));
    private final ObjectProperty<Optional<String>> highlighted =
            new SimpleObjectProperty<>(this, "highlighted", Optional.empty());
    private final ObjectProperty<Optional<CardViewModel>> enlarged =
            new SimpleObjectProperty<>(this, "enlarged", Optional.empty());
    private Map<String, RunDetail> details = Map.of();

    /**
     * A page without curves yet.
     *
     * @param compared the folder names of the runs to show; while there are none, the selected run is shown
     * @param colours the index of a run's colour
     * @param feed is asked for the curves of the runs that are compared
     */
    public ChartsViewModel(
            RunListViewModel list,
            ObservableList<String> compared,
            ToIntFunction<RunRowViewModel> colours,
            RunFeed feed) {
        this.list = list;
        this.compared = compared;
        this.colours = colours;
        compared.addListener((Observable _) -> {
            feed.follow(Set.copyOf(compared));
            refresh();
        });
        feed.follow(Set.copyOf(compared));
        list.selectedProperty().subscribe((_, _) -> refresh());
        x.subscribe((_, _) -> {
            // A part of one axis is none of another.
            zoom.set(null);
            refresh();
        });
        means.subscribe((_, _) -> refresh());
        events.subscribe((_, _) -> refresh());
        hidden.addListener((Observable _) -> refresh());
        for (CardViewModel card : all) {
            card.pinnedProperty().subscribe((_, pinned) -> pin(card.spec().id(), pinned));
        }
    }

    /** Takes over what was read of runs, by run. */
    public void show(Map<String, RunDetail> read) {
        details = read;
        refresh();
    }

    /** The charts that there is something for: pinned ones first, in the order in which they were pinned. */
    public ObservableList<CardViewModel> cards() {
        return cardsToRead;
    }

    /** All charts there can be. */
    List<CardViewModel> allCards() {
        return all;
    }

    /** Whose curves are drawn. */
    public ObservableList<CurveOwner> owners() {
        return ownersToRead;
    }

    /** The keys of owners whose curves are not to be seen. */
    public ObservableSet<String> hidden() {
        return hidden;
    }

    /** What the horizontal axes count. */
    public ObjectProperty<ChartX> xProperty() {
        return x;
    }

    /** The weight of what came before, 0 to {@value #MOST_SMOOTHING}. */
    public DoubleProperty smoothingProperty() {
        return smoothing;
    }

    /** Whether runs that differ in their seeds only are shown as their mean. */
    public BooleanProperty meansProperty() {
        return means;
    }

    /** Whether means can be drawn: on an axis of dates runs have nothing in common. */
    public boolean canAverage() {
        return x.get() != ChartX.CLOCK;
    }

    /** Whether events are marked. */
    public BooleanProperty eventsProperty() {
        return events;
    }

    /** The part of the horizontal axis that all charts show; null for all of it. */
    public ObjectProperty<@Nullable Range> zoomProperty() {
        return zoom;
    }

    /** All of the horizontal axis, over all runs that can be seen. */
    public ReadOnlyObjectProperty<Range> extentProperty() {
        return extent.getReadOnlyProperty();
    }

    /** The key of the owner whose curves stand out. */
    public ObjectProperty<Optional<String>> highlightedProperty() {
        return highlighted;
    }

    /** The chart that fills the page. */
    public ObjectProperty<Optional<CardViewModel>> enlargedProperty() {
        return enlarged;
    }

    /** The charts that are pinned, by name. */
    ObservableList<String> pins() {
        return pins;
    }

    private void pin(String id, boolean pinned) {
        if (pinned && !pins.contains(id)) {
            pins.add(id);
        } else if (!pinned) {
            pins.remove(id);
        }
        refresh();
    }

    private void refresh() {
        List<RunRowViewModel> runs = runs();
        List<CurveOwner> now = means.get() && canAverage() ? averaged(runs) : singly(runs);
        if (!owners.equals(now)) {
            owners.setAll(now);
        }
        extent.set(extent(now));
        List<RunNow> known = runs.stream().map(RunRowViewModel::now).toList();
        List<RunDetail> read = runs.stream()
                .flatMap(row -> Optional.ofNullable(details.get(row.id())).stream())
                .toList();
        List<CardViewModel> concerned = all.stream()
                .filter(card -> read.stream().anyMatch(card.lines()::concerns))
                .sorted(Comparator.comparingInt(this::rank))
                .toList();
        for (CardViewModel card : all) {
            boolean shown = concerned.contains(card);
            card.lines().show(shown ? now : List.of(), hidden, details, x.get(), events.get());
            card.setConditions(shown ? Conditions.of(card.spec(), known) : "");
        }
        if (!cards.equals(concerned)) {
            cards.setAll(concerned);
        }
        if (enlarged.get().filter(card -> !concerned.contains(card)).isPresent() && !read.isEmpty()) {
            enlarged.set(Optional.empty());
        }
    }

    private int rank(CardViewModel card) {
        int pin = pins.indexOf(card.spec().id());
        return pin < 0 ? pins.size() : pin;
    }

    private List<RunRowViewModel> runs() {
        return ShownRuns.of(list, compared);
    }

    private List<CurveOwner> singly(List<RunRowViewModel> runs) {
        return runs.stream().map(row -> CurveOwner.of(charted(row))).toList();
    }

    private List<CurveOwner> averaged(List<RunRowViewModel> runs) {
        List<CurveOwner> averaged = new ArrayList<>();
        for (List<RunRowViewModel> group : groups.group(runs, row -> row.now().summary())) {
            List<ChartedRun> members = group.stream().map(this::charted).toList();
            if (members.size() == 1) {
                averaged.add(CurveOwner.of(members.getFirst()));
            } else {
                String name = SeedGroups.name(
                        group.stream().map(row -> row.now().summary().name()).toList());
                averaged.add(new CurveOwner(
                        "mean of " + members.getFirst().id(),
                        name + ", mean of " + members.size() + " seeds",
                        members.getFirst().colour(),
                        members));
            }
        }
        return averaged;
    }

    private ChartedRun charted(RunRowViewModel row) {
        return new ChartedRun(row.id(), row.now().title(), colours.applyAsInt(row));
    }

    private Range extent(List<CurveOwner> now) {
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        for (CurveOwner owner : now) {
            for (ChartedRun run : hidden.contains(owner.key()) ? List.<ChartedRun>of() : owner.members()) {
                RunDetail detail = details.get(run.id());
                if (detail != null && detail.measurements().rows() > 0) {
                    Measurements measured = detail.measurements();
                    long start = RunTimes.start(detail);
                    from = Math.min(from, x.get().of(measured, 0, start));
                    to = Math.max(to, x.get().of(measured, measured.rows() - 1, start));
                }
            }
        }
        double begin = x.get().beginsAtZero() ? Math.min(0, from) : from;
        return begin < to ? new Range(begin, to) : new Range(0, 1);
    }
}

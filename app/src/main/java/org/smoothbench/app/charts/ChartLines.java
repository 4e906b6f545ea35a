package org.smoothbench.app.charts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.smoothbench.app.follow.RunDetail;
import org.smoothbench.app.follow.RunEvent;
import org.smoothbench.viz.chart.EventMark;
import org.smoothbench.viz.chart.LineStyle;
import org.smoothbench.viz.chart.Series;

/**
 * The curves and marks of one chart, kept in step with what was read of runs. Series stay the same objects while their run
 * is shown, and get only what is new. FX thread only.
 */
public final class ChartLines {

    private final ChartSpec spec;
    private final ObservableList<Series> series = FXCollections.observableArrayList();
    private final ObservableList<EventMark> marks = FXCollections.observableArrayList();
    /** Kept, since whoever listens to such a view does not keep it alive. */
    private final ObservableList<Series> seriesToRead = FXCollections.unmodifiableObservableList(series);

    private final ObservableList<EventMark> marksToRead = FXCollections.unmodifiableObservableList(marks);
    private final Map<Key, Curve> curves = new HashMap<>();
    private ChartX x = ChartX.EPOCH;

    /** What makes a series another one. */
    private record Key(CurveOwner owner, ChartLine line) {}

    private record Curve(Series series, CurveFeed feed, MeanFeed means) {}

    /** No curves yet. */
    public ChartLines(ChartSpec spec) {
        this.spec = spec;
    }

    /** What is drawn. */
    public ChartSpec spec() {
        return spec;
    }

    /** The series, owner by owner. */
    public ObservableList<Series> series() {
        return seriesToRead;
    }

    /** The events. */
    public ObservableList<EventMark> marks() {
        return marksToRead;
    }

    /** The series of an owner. */
    public List<Series> seriesOf(String ownerKey) {
        return curves.entrySet().stream()
                .filter(entry -> entry.getKey().owner().key().equals(ownerKey))
                .map(entry -> entry.getValue().series())
                .toList();
    }

    /**
     * Shows what is known now.
     *
     * @param owners whose curves are drawn
     * @param hidden the keys of owners that are not to be seen
     * @param details what was read, by run
     * @param newX what the horizontal axis counts
     * @param withEvents whether events are marked
     */
    public void show(
            List<CurveOwner> owners,
            Set<String> hidden,
            Map<String, RunDetail> details,
            ChartX newX,
            boolean withEvents) {
        if (newX != x) {
            x = newX;
            curves.clear();
        }
        Map<Key, Curve> wanted = new LinkedHashMap<>();
        for (CurveOwner owner : owners) {
            List<RunDetail> members = members(owner, details);
            for (ChartLine line : spec.lines()) {
                if (spec.always() || members.stream().anyMatch(detail -> isMeasured(detail, line))) {
                    Key key = new Key(owner, line);
                    Curve curve = Optional.ofNullable(curves.get(key)).orElseGet(() -> curve(owner, line));
                    fill(curve, owner, members);
                    curve.series().setVisible(!hidden.contains(owner.key()));
                    wanted.put(key, curve);
                }
            }
        }
        curves.clear();
        curves.putAll(wanted);
        List<Series> now = wanted.values().stream().map(Curve::series).toList();
        if (!series.equals(now)) {
            series.setAll(now);
        }
        List<EventMark> marked = withEvents ? marks(owners, hidden, details) : List.of();
        if (!marks.equals(marked)) {
            marks.setAll(marked);
        }
    }

    /** Whether a run has anything to show here. */
    boolean concerns(RunDetail detail) {
        return spec.lines().stream().anyMatch(line -> isMeasured(detail, line));
    }

    private static boolean isMeasured(RunDetail detail, ChartLine line) {
        return detail.measurements().column(line.metric()).size() > 0;
    }

    private static List<RunDetail> members(CurveOwner owner, Map<String, RunDetail> details) {
        return owner.members().stream()
                .map(run -> details.get(run.id()))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private Curve curve(CurveOwner owner, ChartLine line) {
        int colour = owner.colour() >= 0 ? owner.colour() : spec.lines().indexOf(line);
        LineStyle style = line.style();
        Series one = new Series(name(owner, line), line.side(), colour, style);
        return new Curve(one, new CurveFeed(line, x, one), new MeanFeed(line, x, one));
    }

    private String name(CurveOwner owner, ChartLine line) {
        if (owner.name().isEmpty()) {
            return line.name();
        }
        return spec.lines().size() == 1 ? owner.name() : owner.name() + " · " + line.name();
    }

    private static void fill(Curve curve, CurveOwner owner, List<RunDetail> members) {
        if (owner.members().size() > 1) {
            curve.means().show(members);
        } else {
            members.forEach(curve.feed()::show);
        }
    }

    private List<EventMark> marks(List<CurveOwner> owners, Set<String> hidden, Map<String, RunDetail> details) {
        List<EventMark> marked = new ArrayList<>();
        for (CurveOwner owner : owners) {
            if (!hidden.contains(owner.key())) {
                owner.members().stream()
                        .flatMap(run -> Optional.ofNullable(details.get(run.id())).stream()
                                .flatMap(detail -> marks(run, detail)))
                        .forEach(marked::add);
            }
        }
        return marked;
    }

    private Stream<EventMark> marks(ChartedRun run, RunDetail detail) {
        return detail.events().stream().flatMap(event -> mark(run, detail, event).stream());
    }

    private Optional<EventMark> mark(ChartedRun run, RunDetail detail, RunEvent event) {
        Optional<String> sign = EventSigns.of(event.type());
        if (sign.isEmpty()) {
            return Optional.empty();
        }
        String words = EventSigns.words(event.type());
        String text = run.name().isEmpty() ? words : run.name() + ": " + words;
        return RunTimes.place(detail, event.timeMillis(), x).stream()
                .mapToObj(place -> new EventMark(place, sign.get(), text))
                .findFirst();
    }
}

package org.smoothbench.viz.chart;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;
import org.smoothbench.viz.palette.SeriesPalette;

/** What a chart shows, apart from how and where. */
final class PlotModel {
    final Axis x = new Axis();
    final Axis left = new Axis();
    final Axis right = new Axis();
    final ObservableList<Series> series = FXCollections.observableArrayList();
    final ObjectProperty<@Nullable Range> zoom = new SimpleObjectProperty<>(this, "zoom", null);
    final ObjectProperty<SeriesPalette> palette =
            new SimpleObjectProperty<>(this, "palette", SeriesPalette.colourBlindSafe());
    final StringProperty title = new SimpleStringProperty(this, "title", "");
    final StringProperty emptyText = new SimpleStringProperty(this, "emptyText", "no measurements yet");

    final ObservableSet<Series> highlighted = FXCollections.observableSet(new LinkedHashSet<>());
    final DoubleProperty smoothing = new SimpleDoubleProperty(this, "smoothing", 0);
    final ObservableList<EventMark> marks = FXCollections.observableArrayList();
    final BooleanProperty wheelZooms = new SimpleBooleanProperty(this, "wheelZooms", true);
    private final SmoothedLines smoothedLines = new SmoothedLines();

    List<Series> visibleSeries() {
        return series.stream().filter(Series::isVisible).toList();
    }

    /** What is drawn over the visible series; empty while nothing is smoothed. */
    Map<Series, Smoothed> smoothedSeries() {
        return smoothedLines.of(visibleSeries(), weight());
    }

    /** The smoothing that is used, whatever was set. */
    double weight() {
        return Math.min(smoothing.get(), Smoothed.LARGEST_WEIGHT);
    }

    /**
     * Whether an axis is needed. Hiding a series does not take its axis away, or the plot would jump; and a chart without
     * any series has its left axis, so that it looks like the chart it will be.
     */
    boolean shows(AxisSide side) {
        return series.isEmpty() ? side == AxisSide.LEFT : series.stream().anyMatch(one -> one.side() == side);
    }

    /** What the legend calls a series; with two axes, also which one. */
    String legendText(Series one) {
        var isOther = one.side() == AxisSide.RIGHT && shows(AxisSide.LEFT);
        return isOther ? one.name() + " (right)" : one.name();
    }

    /** The title and the latest value of every visible series, for those who cannot see the picture. */
    String summary() {
        var subject = title.get().isEmpty() ? "" : title.get() + ": ";
        var text = new StringJoiner("; ", subject, "").setEmptyValue(subject + emptyText.get());
        for (var one : visibleSeries()) {
            if (one.size() > 0) {
                var last = one.size() - 1;
                text.add(one.name() + " " + y(one.side()).reading(one.y(last)) + " at "
                        + (x.titleProperty().get() + " " + x.reading(one.x(last))).strip());
            }
        }
        marks.forEach(mark -> text.add(at(mark)));
        return text.toString();
    }

    /** An event and its place, in words. */
    String at(EventMark mark) {
        return mark.text() + " at " + (x.titleProperty().get() + " " + x.reading(mark.x())).strip();
    }

    Axis y(AxisSide side) {
        return side == AxisSide.LEFT ? left : right;
    }

    /** Shares no data with this model, and nobody listens to it. */
    PlotModel copy() {
        var copy = new PlotModel();
        copy.x.copyFrom(x);
        copy.left.copyFrom(left);
        copy.right.copyFrom(right);
        copy.series.setAll(series.stream().map(Series::copy).toList());
        copy.zoom.set(zoom.get());
        copy.palette.set(palette.get());
        copy.title.set(title.get());
        copy.emptyText.set(emptyText.get());
        copy.smoothing.set(smoothing.get());
        copy.marks.setAll(marks);
        // From now on only read, whichever threads draw the copy.
        copy.smoothedSeries();
        return copy;
    }

    /** All that changes by hand; the series' points, which change by themselves, are not among them. */
    Observable[] observables() {
        return Stream.of(x.observables(), left.observables(), right.observables(), new Observable[] {
                    zoom, palette, emptyText, smoothing, marks, highlighted
                })
                .flatMap(Arrays::stream)
                .toArray(Observable[]::new);
    }
}

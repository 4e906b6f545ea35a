package org.smoothbench.viz.field;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.smoothbench.viz.chart.Axis;
import org.smoothbench.viz.chart.Range;

/** What a chart of a field shows, while it can change. */
final class FieldModel {
    final StringProperty title = new SimpleStringProperty(this, "title", "");
    final StringProperty caption = new SimpleStringProperty(this, "caption", "");
    final Axis x = new Axis();
    final Axis y = new Axis();
    final Axis values = new Axis();
    final ObjectProperty<@Nullable ScalarField> field = new SimpleObjectProperty<>(this, "field", null);
    final ObjectProperty<ColourMap> colourMap = new SimpleObjectProperty<>(this, "colourMap", ColourMap.VIRIDIS);
    final ObjectProperty<FieldView> view = new SimpleObjectProperty<>(this, "view", FieldView.VALUES);
    final ObjectProperty<@Nullable ClassColours> classes = new SimpleObjectProperty<>(this, "classColours", null);
    final IntegerProperty contours = new SimpleIntegerProperty(this, "contours", 16);
    final BooleanProperty labelled = new SimpleBooleanProperty(this, "labelled", true);
    final DoubleProperty budget = new SimpleDoubleProperty(this, "budget", 0);
    final BooleanProperty borders = new SimpleBooleanProperty(this, "borders", false);
    final BooleanProperty alike = new SimpleBooleanProperty(this, "alike", true);
    final ObjectProperty<PlaneZoom> zoom = new SimpleObjectProperty<>(this, "zoom", PlaneZoom.WHOLE);
    final ObservableList<PlaneMark> marks = FXCollections.observableArrayList();
    final ObjectProperty<@Nullable PlanePath> path = new SimpleObjectProperty<>(this, "path", null);
    final ObjectProperty<@Nullable SectionLine> section = new SimpleObjectProperty<>(this, "section", null);

    private @Nullable ScalarField contoured;
    private @Nullable Range contouredOver;
    private int contouredAt;
    private List<Contour> lines = List.of();

    /** What the picture of the field itself depends on. */
    List<Observable> pictureObservables() {
        return List.of(field, colourMap, view, classes, zoom, values.fixedRangeProperty());
    }

    List<Observable> otherObservables() {
        var all = new ArrayList<Observable>(
                List.of(title, caption, contours, labelled, budget, borders, alike, marks, path, section));
        for (var axis : List.of(x, y, values)) {
            all.addAll(List.of(axis.observables()));
        }
        return all;
    }

    ColourScale scale() {
        var shown = field.get();
        var fixed = values.fixedRangeProperty().get();
        return fixed != null
                ? new ColourScale(colourMap.get(), fixed)
                : ColourScale.over(colourMap.get(), shown == null ? List.of() : List.of(shown));
    }

    ClassColours classColours() {
        var shown = field.get();
        var given = classes.get();
        return given != null ? given : ClassColours.over(shown == null ? List.of() : List.of(shown), List.of());
    }

    FieldContent content() {
        var scale = scale();
        return new FieldContent(
                title.get(),
                caption.get(),
                x.copy(),
                y.copy(),
                values.copy(),
                field.get(),
                scale,
                classColours(),
                view.get(),
                contours(scale),
                labelled.get(),
                budget.get(),
                borders.get(),
                alike.get(),
                zoom.get(),
                List.copyOf(marks),
                path.get(),
                section.get());
    }

    /** Looked for anew only when something they depend on is another. */
    private List<Contour> contours(ColourScale scale) {
        var shown = field.get();
        if (contoured != shown
                || contouredAt != contours.get()
                || !scale.values().equals(contouredOver)) {
            contoured = shown;
            contouredAt = contours.get();
            contouredOver = scale.values();
            lines = shown == null || contours.get() < 1 ? List.of() : Contour.of(shown, scale, contours.get());
        }
        return lines;
    }
}

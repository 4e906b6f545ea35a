package org.smoothbench.app.landscape;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.smoothbench.core.landscape.LandscapeReport;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.viz.field.SectionLine;
import org.smoothbench.viz.surface.GridVertex;

/** What is drawn of the models' landscapes, and what is pointed at and cut in all of them. FX thread only. */
final class DrawnViewModel {

    private final SlotsViewModel slots;
    private final LookViewModel look;
    private final SettingsViewModel settings;
    private final ReadOnlyObjectWrapper<List<Picture>> pictures =
            new ReadOnlyObjectWrapper<>(this, "pictures", List.of());
    private final ObjectProperty<Optional<Pick>> pick = new SimpleObjectProperty<>(this, "pick", Optional.empty());
    private final ReadOnlyObjectWrapper<List<Pick>> picks = new ReadOnlyObjectWrapper<>(this, "picks", List.of());
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper(this, "stale");
    private final ObjectProperty<Optional<GridVertex>> pointed =
            new SimpleObjectProperty<>(this, "pointed", Optional.empty());
    private final ObjectProperty<Optional<SectionLine>> section =
            new SimpleObjectProperty<>(this, "section", Optional.empty());

    DrawnViewModel(SlotsViewModel slots, LookViewModel look, SettingsViewModel settings) {
        this.slots = slots;
        this.look = look;
        this.settings = settings;
        List<ObservableValue<?>> whatIsDrawn =
                List.of(look.heightProperty(), look.coloursProperty(), look.sharedScaleProperty(), pick);
        whatIsDrawn.forEach(one -> one.subscribe(this::redraw));
        settings.formProperty().subscribe(this::settleStale);
        settings.weightsProperty().subscribe(this::settleStale);
    }

    /** What is drawn, in the order of the models that have something. */
    ReadOnlyObjectProperty<List<Picture>> picturesProperty() {
        return pictures.getReadOnlyProperty();
    }

    /** Which surface was chosen; empty for the usual one. */
    ObjectProperty<Optional<Pick>> pickProperty() {
        return pick;
    }

    /** Which surfaces can be chosen. */
    ReadOnlyObjectProperty<List<Pick>> picksProperty() {
        return picks.getReadOnlyProperty();
    }

    /** Whether what is shown is not what the settings say. */
    ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /** The vertex that is pointed at, in all pictures. */
    ObjectProperty<Optional<GridVertex>> pointedProperty() {
        return pointed;
    }

    /** The line of the cross-section; empty before there is anything to cut. */
    ObjectProperty<Optional<SectionLine>> sectionProperty() {
        return section;
    }

    void redraw() {
        slots.judge();
        List<Pick> possible = slots.all().stream()
                .flatMap(slot -> slot.landscape().stream())
                .findFirst()
                .map(landscape -> Pick.of(landscape.report()))
                .orElse(List.of());
        if (!possible.equals(picks.get())) {
            picks.set(possible);
        }
        Pick chosen = pick.get()
                .filter(possible::contains)
                .or(() -> possible.stream().findFirst())
                .orElse(Pick.Over.MEAN);
        pictures.set(Pictures.of(
                slots.all(),
                look.heightProperty().get(),
                chosen,
                look.coloursProperty().get(),
                look.sharedScaleProperty().get()));
        settleSection();
        settleStale();
    }

    /** A line that leaves the surfaces cuts nothing. */
    private void settleSection() {
        pictures.get().stream().flatMap(one -> one.field().stream()).findFirst().ifPresent(field -> {
            boolean inside = section.get()
                    .filter(line -> field.xRange().contains(line.fromX())
                            && field.xRange().contains(line.toX())
                            && field.yRange().contains(line.fromY())
                            && field.yRange().contains(line.toY()))
                    .isPresent();
            if (!inside) {
                section.set(Optional.of(
                        new SectionLine(field.xRange().min(), 0, field.xRange().max(), 0)));
            }
        });
    }

    private void settleStale() {
        Optional<LandscapeSpec> wanted = settings.spec();
        stale.set(pictures.get().stream()
                .filter(Picture::whole)
                .map(picture -> picture.landscape().report())
                .anyMatch(report -> !wanted.equals(Optional.of(report.spec())) || !ofWantedWeights(report)));
    }

    private boolean ofWantedWeights(LandscapeReport report) {
        return SettingsViewModel.Weights.of(
                        report.subject().checkpoint(), report.subject().averaged())
                == settings.weightsProperty().get();
    }
}

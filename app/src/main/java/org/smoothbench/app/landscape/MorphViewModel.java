package org.smoothbench.app.landscape;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.smoothbench.viz.field.ScalarField;

/** How far the first surface has turned into another one. FX thread only. */
final class MorphViewModel {

    private final LandscapeViewModel page;
    private final DoubleProperty fraction = new SimpleDoubleProperty(this, "fraction");
    private final BooleanProperty playing = new SimpleBooleanProperty(this, "playing");
    private final ObjectProperty<Optional<ShownModel>> target =
            new SimpleObjectProperty<>(this, "target", Optional.empty());
    private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper(this, "possible");

    MorphViewModel(LandscapeViewModel page) {
        this.page = page;
        page.picturesProperty().subscribe(this::settle);
    }

    /** 0 is the first surface, 1 the target. */
    DoubleProperty fractionProperty() {
        return fraction;
    }

    /** Whether it goes to and fro by itself. */
    BooleanProperty playingProperty() {
        return playing;
    }

    /** Into which model's surface. */
    ObjectProperty<Optional<ShownModel>> targetProperty() {
        return target;
    }

    /** Whether there are two surfaces of the same grid. */
    ReadOnlyBooleanProperty possibleProperty() {
        return possible.getReadOnlyProperty();
    }

    /** The models whose surfaces the first one can turn into. */
    List<ShownModel> targets() {
        List<Picture> pictures = page.picturesProperty().get();
        return pictures.stream()
                .skip(1)
                .filter(one -> sameGrid(pictures.getFirst(), one))
                .map(Picture::model)
                .toList();
    }

    /** The surface to turn into. */
    Optional<ScalarField> field() {
        return target.get()
                .flatMap(model -> page.picturesProperty().get().stream()
                        .filter(one -> one.model().id().equals(model.id()))
                        .flatMap(one -> one.field().stream())
                        .findFirst());
    }

    private void settle() {
        List<ShownModel> targets = targets();
        target.set(target.get()
                .flatMap(known -> targets.stream()
                        .filter(one -> one.id().equals(known.id()))
                        .findFirst())
                .or(() -> targets.stream().findFirst()));
        possible.set(!targets.isEmpty());
        if (targets.isEmpty()) {
            playing.set(false);
            fraction.set(0);
        }
    }

    private static boolean sameGrid(Picture one, Picture other) {
        return one.field().isPresent()
                && other.field().isPresent()
                && one.field().get().columns() == other.field().get().columns()
                && one.field().get().rows() == other.field().get().rows();
    }
}

package org.smoothbench.app.landscape;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Turns the first surface into another one, by hand or by itself. */
final class MorphBar extends HBox {

    private static final Duration ONE_WAY = Duration.seconds(3);

    private final LandscapeViewModel page;
    private final MorphViewModel model;
    private final ComboBox<ShownModel> targets = new ComboBox<>();
    private final Timeline play;
    private boolean filling;

    MorphBar(LandscapeViewModel page) {
        this.page = page;
        model = page.morph();
        getStyleClass().add("morph-bar");
        setId("morph");
        setAlignment(Pos.CENTER_LEFT);
        play = new Timeline(
                new KeyFrame(Duration.ZERO, new KeyValue(model.fractionProperty(), 0, Interpolator.EASE_BOTH)),
                new KeyFrame(ONE_WAY, new KeyValue(model.fractionProperty(), 1, Interpolator.EASE_BOTH)));
        play.setAutoReverse(true);
        play.setCycleCount(Animation.INDEFINITE);
        Slider slider = new Slider(0, 1, 0);
        slider.setId("morph-slider");
        slider.setAccessibleText("How far the first surface has turned into the other");
        slider.valueProperty().bindBidirectional(model.fractionProperty());
        slider.setOnMousePressed(_ -> model.playingProperty().set(false));
        HBox.setHgrow(slider, Priority.ALWAYS);
        Label share = new Label();
        share.getStyleClass().add("slider-number");
        share.setMinWidth(USE_PREF_SIZE);
        share.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> String.format(
                                Locale.ROOT,
                                "%3.0f %%",
                                100 * model.fractionProperty().get()),
                        model.fractionProperty()));
        Label morph = new Label("Morph into");
        morph.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(player(), morph, targets(), slider, share);
        visibleProperty()
                .bind(model.possibleProperty().and(page.look().sightProperty().isEqualTo(Sight.SURFACE)));
        managedProperty().bind(visibleProperty());
        // What nobody sees need not move.
        visibleProperty().subscribe((_, seen) -> {
            if (!seen) {
                model.playingProperty().set(false);
            }
        });
    }

    private ToggleButton player() {
        ToggleButton button = new ToggleButton(null, new FontIcon(Feather.PLAY));
        button.setId("morph-play");
        button.setTooltip(new Tooltip("To and fro, or stop"));
        button.setAccessibleText("Morph to and fro");
        button.selectedProperty().bindBidirectional(model.playingProperty());
        model.playingProperty().subscribe(playing -> {
            button.setGraphic(new FontIcon(playing ? Feather.PAUSE : Feather.PLAY));
            if (playing) {
                play.playFrom(ONE_WAY.multiply(model.fractionProperty().get()));
            } else {
                play.stop();
            }
        });
        return button;
    }

    private ComboBox<ShownModel> targets() {
        targets.setId("morph-target");
        targets.setPrefWidth(190);
        targets.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable ShownModel one) {
                return one == null ? "" : one.title();
            }

            @Override
            public ShownModel fromString(String text) {
                throw new UnsupportedOperationException(text);
            }
        });
        targets.valueProperty().subscribe((_, chosen) -> {
            if (!filling && chosen != null) {
                model.targetProperty().set(Optional.of(chosen));
            }
        });
        page.picturesProperty().subscribe(_ -> fill());
        model.targetProperty().subscribe(_ -> fill());
        return targets;
    }

    private void fill() {
        filling = true;
        List<ShownModel> now = model.targets();
        if (!now.equals(targets.getItems())) {
            targets.getItems().setAll(now);
        }
        targets.setValue(model.targetProperty().get().orElse(null));
        filling = false;
    }
}

package org.smoothbench.app.welcome;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The first page: two samples and one button. */
public final class WelcomeView extends StackPane {

    private static final double TEXT_WIDTH = 620;

    private final HBox cards = new HBox();
    private final Button train = new Button("Train both samples", new FontIcon(Feather.PLAY));

    /** Shows what waits; the second button does what it is given. */
    public WelcomeView(WelcomeViewModel model, Runnable openSpecification) {
        getStyleClass().add("welcome");
        cards.getStyleClass().add("sample-cards");
        Label title = new Label("Is a smooth network harder to fool?");
        title.getStyleClass().add("welcome-title");
        VBox column = new VBox(
                title,
                text("Two small networks wait here. They are alike in everything but the activation function, and both"
                        + " are trained on adversarial images: pictures changed a little, anew at every step, so that"
                        + " the network errs."),
                cards,
                text("While they train you will see clean accuracy, which is on the test images as they are; robust"
                        + " accuracy, which is on the same images under attack; and the training loss. They train one"
                        + " after the other, and go on when this window is closed."),
                buttons(model, openSpecification),
                status(model));
        column.getStyleClass().add("welcome-column");
        column.setMaxSize(TEXT_WIDTH, Region.USE_PREF_SIZE);
        getChildren().add(column);
        model.samplesProperty().subscribe(this::showSamples);
        // A button that cannot be pressed does not take the keyboard, or loses it: while samples are read, or runs
        // started.
        train.disabledProperty().subscribe(disabled -> {
            if (!disabled && isVisible() && getScene() != null) {
                focusFirst();
            }
        });
    }

    /** Puts the keyboard onto the button that is most likely wanted. */
    public void focusFirst() {
        train.requestFocus();
    }

    private HBox buttons(WelcomeViewModel model, Runnable openSpecification) {
        BooleanBinding unable = Bindings.createBooleanBinding(
                () -> model.samplesProperty().get().isEmpty()
                        || !model.startingProperty().get().isEmpty(),
                model.samplesProperty(),
                model.startingProperty());
        train.setId("train-samples");
        train.getStyleClass().addAll(Styles.ACCENT, Styles.LARGE);
        train.setDefaultButton(true);
        train.disableProperty().bind(unable);
        train.setOnAction(_ -> model.trainBoth());
        Button open = new Button("Open a specification…", new FontIcon(Feather.FILE_TEXT));
        open.getStyleClass().add(Styles.LARGE);
        open.setOnAction(_ -> openSpecification.run());
        HBox buttons = new HBox(train, open);
        buttons.getStyleClass().add("welcome-buttons");
        return buttons;
    }

    private static Label status(WelcomeViewModel model) {
        Label status = text("");
        status.getStyleClass().add("muted");
        status.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.startingProperty().get().isEmpty()
                                ? model.troubleProperty().get()
                                : model.startingProperty().get(),
                        model.startingProperty(),
                        model.troubleProperty()));
        return status;
    }

    private void showSamples(List<WelcomeViewModel.Sample> samples) {
        cards.getChildren().clear();
        for (WelcomeViewModel.Sample sample : samples) {
            Label activation = new Label(sample.activation());
            activation.getStyleClass().add("sample-activation");
            Label name = new Label(sample.name());
            name.getStyleClass().add("muted");
            VBox card = new VBox(activation, name, text(sample.rest()));
            card.getStyleClass().addAll("card", "sample-card");
            card.setPrefWidth((TEXT_WIDTH - 14) / 2);
            cards.getChildren().add(card);
        }
    }

    private static Label text(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}

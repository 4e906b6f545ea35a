package org.smoothbench.app.notices;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One note. It goes after a while, but not while the pointer or the keyboard is on it. */
final class ToastView extends HBox {

    private final PauseTransition stay;

    ToastView(Toast toast, Duration howLong, Runnable dismiss) {
        getStyleClass().addAll("toast", "toast-" + toast.kind().name().toLowerCase(Locale.ROOT));
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(toast.spoken());
        Label title = line(toast.title());
        title.getStyleClass().add("toast-title");
        VBox texts = new VBox(title);
        if (!toast.detail().isEmpty()) {
            texts.getChildren().add(line(toast.detail()));
        }
        toast.action().ifPresent(action -> {
            Hyperlink link = new Hyperlink(action.title());
            link.setAccessibleText(action.title() + ": " + toast.title());
            link.setOnAction(_ -> {
                dismiss.run();
                action.run().run();
            });
            texts.getChildren().add(link);
        });
        HBox.setHgrow(texts, Priority.ALWAYS);
        Button close = new Button(null, new FontIcon(Feather.X));
        close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        close.setAccessibleText("Dismiss: " + toast.title());
        close.setTooltip(new Tooltip("Dismiss (Esc)"));
        close.setOnAction(_ -> dismiss.run());
        getChildren().addAll(new FontIcon(icon(toast.kind())), texts, close);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                dismiss.run();
                event.consume();
            }
        });
        stay = new PauseTransition(howLong);
        stay.setOnFinished(_ -> dismiss.run());
        hoverProperty().subscribe((_, _) -> restOrGo());
        focusWithinProperty().subscribe((_, _) -> restOrGo());
    }

    void begin() {
        stay.play();
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    void end() {
        stay.stop();
    }

    private void restOrGo() {
        if (isHover() || isFocusWithin()) {
            stay.stop();
        } else {
            // From the beginning: who has just looked at it may want to look again.
            stay.playFromStart();
        }
    }

    private static Label line(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Feather icon(Toast.Kind kind) {
        return switch (kind) {
            case SUCCESS -> Feather.CHECK_CIRCLE;
            case INFORMATION -> Feather.INFO;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case FAILURE -> Feather.X_CIRCLE;
        };
    }
}

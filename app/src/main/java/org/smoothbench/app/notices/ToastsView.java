package org.smoothbench.app.notices;

import java.util.IdentityHashMap;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * The notes, over the bottom right of the window. They are part of it and no pop-ups, which cannot be left open when the
 * window closes.
 */
public final class ToastsView extends VBox {

    private final IdentityHashMap<Toast, ToastView> views = new IdentityHashMap<>();
    private final ToastsViewModel model;
    private final Duration stay;

    /** Shows notes for eight seconds each, for longer while the pointer or the keyboard is on them. */
    public ToastsView(ToastsViewModel model) {
        this(model, Duration.seconds(8));
    }

    ToastsView(ToastsViewModel model, Duration stay) {
        this.model = model;
        this.stay = stay;
        setId("toasts");
        getStyleClass().add("toasts");
        setAlignment(Pos.BOTTOM_RIGHT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setPickOnBounds(false);
        StackPane.setAlignment(this, Pos.BOTTOM_RIGHT);
        model.shown().addListener((ListChangeListener<Toast>) change -> {
            while (change.next()) {
                change.getRemoved().forEach(this::remove);
                change.getAddedSubList().forEach(this::add);
            }
        });
    }

    private void add(Toast toast) {
        ToastView view = new ToastView(toast, stay, () -> model.dismiss(toast));
        views.put(toast, view);
        getChildren().add(view);
        view.begin();
    }

    private void remove(Toast toast) {
        ToastView view = views.remove(toast);
        if (view != null) {
            view.end();
            getChildren().remove(view);
        }
    }
}

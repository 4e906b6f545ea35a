package org.smoothbench.app.look;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.core.run.RunState;

/** The icon of a state; its colour comes from the style sheet. It only stands beside the state's name. FX thread only. */
public final class StateIcon extends FontIcon {

    private static final String UNREADABLE = "state-unreadable";

    /** An icon that shows no state yet. */
    public StateIcon() {
        getStyleClass().add("state-icon");
        show(Optional.empty());
    }

    /** Shows a state; empty for a run that cannot be read. */
    public void show(Optional<RunState> state) {
        setIconCode(state.map(StateIcon::icon).orElse(Feather.HELP_CIRCLE));
        getStyleClass().removeAll(styleClasses());
        getStyleClass().add(state.map(StateIcon::styleClass).orElse(UNREADABLE));
    }

    /** The style class that gives a state its colour. */
    public static String styleClass(RunState state) {
        return "state-" + state.label();
    }

    private static List<String> styleClasses() {
        List<String> classes = new ArrayList<>(
                Arrays.stream(RunState.values()).map(StateIcon::styleClass).toList());
        classes.add(UNREADABLE);
        return classes;
    }

    private static Feather icon(RunState state) {
        return switch (state) {
            case QUEUED -> Feather.CLOCK;
            case RUNNING -> Feather.PLAY_CIRCLE;
            case PAUSED -> Feather.PAUSE_CIRCLE;
            case FINISHED -> Feather.CHECK_CIRCLE;
            case FAILED -> Feather.X_CIRCLE;
            case CANCELLED -> Feather.SLASH;
            case CRASHED -> Feather.ALERT_TRIANGLE;
        };
    }
}

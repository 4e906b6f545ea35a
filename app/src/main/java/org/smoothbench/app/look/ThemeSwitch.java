package org.smoothbench.app.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Puts the chosen theme on all windows and follows the desktop where that was chosen. FX thread only. */
public final class ThemeSwitch {

    private final ObjectProperty<ThemeChoice> choice = new SimpleObjectProperty<>(this, "choice", ThemeChoice.SYSTEM);

    /** Applies a choice at once. */
    public ThemeSwitch(ThemeChoice first) {
        choice.set(first);
        choice.subscribe(_ -> apply());
        Platform.getPreferences().colorSchemeProperty().subscribe(_ -> apply());
    }

    /** What the user wants. */
    public ObjectProperty<ThemeChoice> choiceProperty() {
        return choice;
    }

    private void apply() {
        boolean dark = switch (choice.get()) {
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
            case LIGHT -> false;
            case DARK -> true;
        };
        Theme theme = dark ? new PrimerDark() : new PrimerLight();
        // The compiled one, which needs no parsing.
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheetBSS());
    }
}

package org.smoothbench.app.command;

import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;

/**
 * Something a user can ask for. FX thread only.
 *
 * @param id a name that stays, such as {@code run.stop}
 * @param group the menu it is in
 * @param section what it belongs to within its menu; a line divides sections, and one that begins with a capital letter is a
 *     menu of this title within the menu
 * @param title what it is called, which may change; an underscore precedes the letter that chooses it in its menu
 * @param keys the keys that ask for it
 * @param enabled whether it can be done now
 * @param action does it; returns at once
 */
public record Command(
        String id,
        CommandGroup group,
        String section,
        ObservableStringValue title,
        Optional<KeyCombination> keys,
        ObservableBooleanValue enabled,
        Runnable action) {

    /** A command without keys that can always be done. */
    public static Command of(String id, CommandGroup group, String section, String title, Runnable action) {
        return new Command(
                id, group, section, new SimpleStringProperty(title), Optional.empty(), Always.POSSIBLE, action);
    }

    /** This command on a key together with Ctrl (the command key on a Mac) and further modifiers. */
    public Command on(KeyCode key, Modifier... modifiers) {
        Modifier[] all = new Modifier[modifiers.length + 1];
        all[0] = KeyCombination.SHORTCUT_DOWN;
        System.arraycopy(modifiers, 0, all, 1, modifiers.length);
        return onKeys(new KeyCodeCombination(key, all));
    }

    /** This command on other keys. */
    public Command onKeys(KeyCombination combination) {
        return new Command(id, group, section, title, Optional.of(combination), enabled, action);
    }

    /** This command, possible only at times. */
    public Command when(ObservableBooleanValue possible) {
        return new Command(id, group, section, title, keys, possible, action);
    }

    /** This command with a title that changes. */
    public Command titled(ObservableStringValue changing) {
        return new Command(id, group, section, changing, keys, enabled, action);
    }

    /** Whether its section is a menu within the menu. */
    public boolean nested() {
        return Character.isUpperCase(section.charAt(0));
    }

    /** The title without the mark of its letter. */
    public String plainTitle() {
        return title.get().replaceFirst("_", "");
    }

    /** The keys as a person reads them; empty without any. */
    public String keysText() {
        return keys.map(KeyCombination::getDisplayText).orElse("");
    }

    /** Does it, if it can be done now. */
    public void run() {
        if (enabled.get()) {
            action.run();
        }
    }
}

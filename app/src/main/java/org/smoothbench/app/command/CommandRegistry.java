package org.smoothbench.app.command;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.input.KeyCombination;

/** All commands of a window. FX thread only. */
public final class CommandRegistry {

    private final ObservableList<Command> commands = FXCollections.observableArrayList();
    /** Held, since a list that nobody holds forgets its listeners. */
    private final ObservableList<Command> readOnly = FXCollections.unmodifiableObservableList(commands);

    /**
     * Adds commands at the end of their menus.
     *
     * @throws IllegalArgumentException if a name or a key is taken already
     */
    public void add(Command... more) {
        for (Command command : more) {
            commands.stream().filter(other -> clash(command, other)).findFirst().ifPresent(other -> {
                throw new IllegalArgumentException(command.id() + " clashes with " + other.id());
            });
            commands.add(command);
        }
    }

    private static boolean clash(Command one, Command other) {
        Optional<KeyCombination> keys = one.keys();
        return one.id().equals(other.id()) || (keys.isPresent() && keys.equals(other.keys()));
    }

    /** All commands in the order in which they were added; live, to be read only. */
    public ObservableList<Command> all() {
        return readOnly;
    }

    /** The commands of one menu. */
    public List<Command> of(CommandGroup group) {
        return commands.stream().filter(command -> command.group() == group).toList();
    }

    /**
     * The command of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Command require(String id) {
        return commands.stream()
                .filter(command -> command.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no command is called " + id));
    }

    /**
     * The commands whose menu and title hold every word of a text, those first that can be done now, in the order of the
     * menus; all for a blank text.
     */
    public List<Command> matching(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).strip().split("\\s+", -1);
        return commands.stream()
                .filter(command -> holdsAll(command, words))
                .sorted(Comparator.comparing(
                                (Command command) -> !command.enabled().get())
                        .thenComparing(Command::group))
                .toList();
    }

    private static boolean holdsAll(Command command, String[] words) {
        String text = (command.group().label() + " " + command.plainTitle()).toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}

package org.smoothbench.app.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableList;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.smoothbench.app.command.Command;
import org.smoothbench.app.command.CommandGroup;
import org.smoothbench.app.command.CommandRegistry;
import org.smoothbench.app.look.ThemeChoice;

/** The menu bar: every command under its group. */
final class WorkbenchMenu extends MenuBar {

    private final CommandRegistry commands;
    private final ObjectProperty<ThemeChoice> theme;
    private boolean pending;

    WorkbenchMenu(CommandRegistry commands, ObjectProperty<ThemeChoice> theme) {
        this.commands = commands;
        this.theme = theme;
        setUseSystemMenuBar(true);
        commands.all().addListener((Observable _) -> refreshSoon());
        refreshSoon();
    }

    /** Once for many commands that come together. */
    private void refreshSoon() {
        if (!pending) {
            pending = true;
            Platform.runLater(() -> {
                pending = false;
                refresh();
            });
        }
    }

    private void refresh() {
        getMenus().clear();
        for (CommandGroup group : CommandGroup.values()) {
            Menu menu = new Menu(mnemonic(group));
            menu.setId("menu-" + group.label());
            fill(menu.getItems(), group);
            if (!menu.getItems().isEmpty()) {
                getMenus().add(menu);
            }
        }
    }

    private static String mnemonic(CommandGroup group) {
        // The first letter, unless another menu has it.
        return group == CommandGroup.COMPARE ? "C_ompare" : "_" + group.label();
    }

    /** Sections in the order of their first commands, so that a command added late joins its own; closing comes last. */
    private void fill(ObservableList<MenuItem> items, CommandGroup group) {
        Map<String, List<Command>> sections = new LinkedHashMap<>();
        commands.of(group)
                .forEach(command -> sections.computeIfAbsent(command.section(), _ -> new ArrayList<>())
                        .add(command));
        sections.entrySet().stream()
                .sorted(Comparator.comparing(section -> section.getKey().equals(StandardCommands.CLOSE)))
                .forEach(section -> add(items, section.getKey(), section.getValue()));
    }

    private void add(ObservableList<MenuItem> items, String title, List<Command> section) {
        List<MenuItem> made = section.stream().map(this::item).toList();
        if (section.getFirst().nested()) {
            Menu menu = new Menu(title);
            menu.getItems().setAll(made);
            items.add(menu);
        } else {
            if (!items.isEmpty()) {
                items.add(new SeparatorMenuItem());
            }
            items.addAll(made);
        }
    }

    private MenuItem item(Command command) {
        MenuItem item =
                StandardCommands.theme(command).<MenuItem>map(this::radio).orElseGet(MenuItem::new);
        item.setId("item-" + command.id());
        item.textProperty().bind(command.title());
        command.keys().ifPresent(item::setAccelerator);
        item.setDisable(!command.enabled().get());
        command.enabled().addListener((_, _, possible) -> item.setDisable(!possible));
        item.setOnAction(_ -> command.run());
        return item;
    }

    /** A theme has a mark while it is the chosen one, also after a click on the one that is. */
    private RadioMenuItem radio(ThemeChoice choice) {
        RadioMenuItem item = new RadioMenuItem();
        theme.subscribe(chosen -> item.setSelected(chosen == choice));
        item.selectedProperty().subscribe(_ -> item.setSelected(theme.get() == choice));
        return item;
    }
}

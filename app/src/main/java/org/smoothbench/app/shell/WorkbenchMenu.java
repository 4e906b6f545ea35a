package org.smoothbench.app.shell;

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

/** The menu bar: every command under its group, and the themes. */
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
            Menu menu = new Menu("_" + group.label());
            menu.setId("menu-" + group.label());
            fill(menu.getItems(), group);
            if (group == CommandGroup.VIEW) {
                menu.getItems().add(new SeparatorMenuItem());
                addThemes(menu.getItems());
            }
            if (!menu.getItems().isEmpty()) {
                getMenus().add(menu);
            }
        }
    }

    /** Sections in the order of their first commands, so that a command added late joins its own. */
    private void fill(ObservableList<MenuItem> items, CommandGroup group) {
        commands.of(group).stream().map(Command::section).distinct().forEach(section -> {
            if (!items.isEmpty()) {
                items.add(new SeparatorMenuItem());
            }
            commands.of(group).stream()
                    .filter(command -> command.section().equals(section))
                    .forEach(command -> items.add(item(command)));
        });
    }

    private static MenuItem item(Command command) {
        MenuItem item = new MenuItem();
        item.setId("item-" + command.id());
        item.textProperty().bind(command.title());
        command.keys().ifPresent(item::setAccelerator);
        item.setDisable(!command.enabled().get());
        command.enabled().addListener((_, _, possible) -> item.setDisable(!possible));
        item.setOnAction(_ -> command.run());
        return item;
    }

    private void addThemes(ObservableList<MenuItem> items) {
        for (ThemeChoice choice : ThemeChoice.values()) {
            RadioMenuItem item = new RadioMenuItem(choice.label() + " theme");
            item.setOnAction(_ -> {
                theme.set(choice);
                item.setSelected(true);
            });
            theme.subscribe(chosen -> item.setSelected(chosen == choice));
            items.add(item);
        }
    }
}

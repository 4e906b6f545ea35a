package org.smoothbench.app.shell;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.smoothbench.app.look.ThemeChoice;
import org.smoothbench.app.runs.RunCommands;

/** The menu bar; every shortcut is named here. */
final class WorkbenchMenu extends MenuBar {

    WorkbenchMenu(
            RunCommands commands,
            WindowCommands window,
            NewRunItems newRun,
            ObjectProperty<ThemeChoice> theme,
            ObjectProperty<WorkbenchPage> page) {
        getMenus()
                .addAll(
                        new Menu(
                                "_File",
                                null,
                                item("_New run…", control(KeyCode.N), window.newRun()),
                                item("_Open specification…", control(KeyCode.O), window.chooseFile()),
                                new SeparatorMenuItem(),
                                item("_Close window", control(KeyCode.Q), window.close())),
                        run(commands, newRun),
                        view(commands, window, theme, page),
                        new Menu("_Help", null, item("_About Smoothbench", null, window.about())));
    }

    private static Menu run(RunCommands commands, NewRunItems newRun) {
        Menu start = new Menu("_New run");
        newRun.fill(start.getItems());
        MenuItem again = item("Run _again", control(KeyCode.R), commands::runAgain);
        again.disableProperty().bind(commands.canRunAgainProperty().not());
        MenuItem stop = item("_Stop", control(KeyCode.PERIOD), commands::stop);
        stop.disableProperty().bind(commands.canStopProperty().not());
        return new Menu("_Run", null, start, again, stop);
    }

    private static Menu view(
            RunCommands commands,
            WindowCommands window,
            ObjectProperty<ThemeChoice> theme,
            ObjectProperty<WorkbenchPage> page) {
        Menu menu = new Menu(
                "_View",
                null,
                item("_Refresh", new KeyCodeCombination(KeyCode.F5), commands::refresh),
                item("_Search runs", control(KeyCode.F), window.search()),
                new SeparatorMenuItem());
        for (WorkbenchPage one : WorkbenchPage.values()) {
            RadioMenuItem item = new RadioMenuItem("_" + one.label());
            item.setAccelerator(control(one.key()));
            item.setOnAction(_ -> {
                page.set(one);
                item.setSelected(true);
            });
            page.subscribe(now -> item.setSelected(now == one));
            menu.getItems().add(item);
        }
        menu.getItems().add(new SeparatorMenuItem());
        for (ThemeChoice choice : ThemeChoice.values()) {
            RadioMenuItem item = new RadioMenuItem(choice.label() + " theme");
            item.setOnAction(_ -> {
                theme.set(choice);
                item.setSelected(true);
            });
            theme.subscribe(chosen -> item.setSelected(chosen == choice));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static MenuItem item(String text, @Nullable KeyCombination keys, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setAccelerator(keys);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private static KeyCombination control(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }
}

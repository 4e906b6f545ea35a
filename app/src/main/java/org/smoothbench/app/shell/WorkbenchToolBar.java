package org.smoothbench.app.shell;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.app.command.Command;
import org.smoothbench.app.command.CommandGroup;
import org.smoothbench.app.command.CommandRegistry;
import org.smoothbench.app.look.ThemeChoice;

/** The tool bar: what is done with runs on the left, the palette and the theme on the right. */
final class WorkbenchToolBar extends ToolBar {

    private final CommandRegistry commands;
    private final MenuButton newRun = new MenuButton("New run…", new FontIcon(Feather.PLUS));

    WorkbenchToolBar(CommandRegistry commands, ObservableStringValue starting, ObjectProperty<ThemeChoice> theme) {
        this.commands = commands;
        newRun.setId("new-run");
        newRun.getStyleClass().addAll(Styles.FLAT, Styles.SUCCESS);
        newRun.setTooltip(new Tooltip("Start a run of a sample or a specification file (Ctrl+Shift+N)"));
        newRun.setOnShowing(_ -> fillNewRun());
        // A menu without entries would never show.
        fillNewRun();
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getItems()
                .addAll(
                        newRun,
                        button("run.again", Feather.ROTATE_CW, "Start the selected run's specification once more"),
                        new Separator(Orientation.VERTICAL),
                        button("run.pause", Feather.PAUSE, "Let the selected run pause at its next step, or go on"),
                        button("run.stop", Feather.SQUARE, "Stop the selected run at its next step"),
                        starting(starting),
                        gap,
                        palette(),
                        themes(theme));
    }

    /** Opens the menu of what can be started. */
    void openNewRun() {
        newRun.requestFocus();
        newRun.show();
    }

    private void fillNewRun() {
        newRun.getItems().clear();
        for (Command command : commands.of(CommandGroup.RUN)) {
            if (command.section().equals(StandardCommands.NEW_RUNS)) {
                MenuItem item = new MenuItem(command.plainTitle());
                item.setMnemonicParsing(false);
                item.setOnAction(_ -> command.run());
                newRun.getItems().add(item);
            }
        }
    }

    private Button button(String id, Feather icon, String tooltip) {
        Command command = commands.require(id);
        Button button = new Button(command.plainTitle(), new FontIcon(icon));
        button.setId(id.substring(id.indexOf('.') + 1));
        button.setMnemonicParsing(false);
        button.getStyleClass().add(Styles.FLAT);
        command.title().subscribe(_ -> button.setText(command.plainTitle()));
        command.enabled().subscribe(possible -> button.setDisable(!possible));
        button.setTooltip(
                new Tooltip(command.keysText().isEmpty() ? tooltip : tooltip + " (" + command.keysText() + ")"));
        button.setOnAction(_ -> command.run());
        return button;
    }

    private Button palette() {
        Command command = commands.require("view.palette");
        Button button = new Button(command.keysText(), new FontIcon(Feather.COMMAND));
        button.setId("open-palette");
        button.setAccessibleText("Command palette");
        button.getStyleClass().addAll(Styles.FLAT, "muted");
        button.setTooltip(new Tooltip("Find any command by its name"));
        button.setOnAction(_ -> command.run());
        return button;
    }

    private static Label starting(ObservableStringValue text) {
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.getStyleClass().add("small-wheel");
        Label starting = new Label("", wheel);
        starting.getStyleClass().add("muted");
        starting.textProperty().bind(text);
        starting.visibleProperty().bind(Bindings.isNotEmpty(text));
        return starting;
    }

    private static SegmentedButton themes(ObjectProperty<ThemeChoice> theme) {
        SegmentedButton segments = new SegmentedButton();
        for (ThemeChoice choice : ThemeChoice.values()) {
            ToggleButton button = new ToggleButton(choice.label());
            button.setAccessibleText(choice.label() + " theme");
            button.setOnAction(_ -> {
                theme.set(choice);
                // One theme is always chosen, also after a click on the one that is.
                button.setSelected(true);
            });
            segments.getButtons().add(button);
            theme.subscribe(chosen -> {
                if (chosen == choice) {
                    button.setSelected(true);
                }
            });
        }
        return segments;
    }
}

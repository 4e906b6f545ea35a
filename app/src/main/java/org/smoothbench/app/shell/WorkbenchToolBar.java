package org.smoothbench.app.shell;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
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
import org.smoothbench.app.look.ThemeChoice;
import org.smoothbench.app.runs.RunCommands;

/** The tool bar: pages, start and stop on the left, the theme on the right. */
final class WorkbenchToolBar extends ToolBar {

    private final MenuButton newRun = new MenuButton("New run…", new FontIcon(Feather.PLUS));

    WorkbenchToolBar(
            RunCommands commands,
            NewRunItems newRunItems,
            ObjectProperty<ThemeChoice> theme,
            ObjectProperty<WorkbenchPage> page) {
        newRun.setId("new-run");
        newRun.getStyleClass().addAll(Styles.FLAT, Styles.SUCCESS);
        newRun.setTooltip(new Tooltip("Start a run of a sample or a specification file (Ctrl+N)"));
        newRunItems.fill(newRun.getItems());

        Button again =
                button("Run again", Feather.ROTATE_CW, "Start the selected run's specification once more (Ctrl+R)");
        again.disableProperty().bind(commands.canRunAgainProperty().not());
        again.setOnAction(_ -> commands.runAgain());

        Button stop = button("Stop", Feather.SQUARE, "Stop the selected run at its next step (Ctrl+.)");
        stop.setId("stop");
        stop.disableProperty().bind(commands.canStopProperty().not());
        stop.setOnAction(_ -> commands.stop());

        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getItems()
                .addAll(
                        pages(page),
                        new Separator(Orientation.VERTICAL),
                        newRun,
                        again,
                        new Separator(Orientation.VERTICAL),
                        stop,
                        starting(commands),
                        gap,
                        themes(theme));
    }

    /** Opens the menu of what can be started. */
    void openNewRun() {
        newRun.requestFocus();
        newRun.show();
    }

    /** The control that comes first for the keyboard. */
    void focusFirst() {
        newRun.requestFocus();
    }

    private static Button button(String text, Feather icon, String tooltip) {
        Button button = new Button(text, new FontIcon(icon));
        button.getStyleClass().add(Styles.FLAT);
        button.setTooltip(new Tooltip(tooltip));
        return button;
    }

    private static Label starting(RunCommands commands) {
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.getStyleClass().add("small-wheel");
        Label starting = new Label("", wheel);
        starting.getStyleClass().add("muted");
        starting.textProperty().bind(commands.startingProperty());
        starting.visibleProperty().bind(commands.startingProperty().isNotEmpty());
        return starting;
    }

    private static SegmentedButton pages(ObjectProperty<WorkbenchPage> page) {
        SegmentedButton segments = new SegmentedButton();
        for (WorkbenchPage one : WorkbenchPage.values()) {
            ToggleButton button = new ToggleButton(one.label(), new FontIcon(one.icon()));
            button.setId("page-" + one.name().toLowerCase(Locale.ROOT));
            button.setTooltip(new Tooltip("Show the page (Ctrl+" + one.key().getName() + ")"));
            button.setOnAction(_ -> {
                page.set(one);
                // One page is always chosen, also after a click on the one that is.
                button.setSelected(true);
            });
            segments.getButtons().add(button);
            page.subscribe(now -> {
                if (now == one) {
                    button.setSelected(true);
                }
            });
        }
        return segments;
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

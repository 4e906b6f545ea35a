package org.smoothbench.app.shell;

import java.util.Collection;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.app.command.Command;
import org.smoothbench.app.page.WorkbenchPage;

/** The pages, one under the other at the left edge. */
final class NavigationRail extends VBox {

    private final ToggleGroup group = new ToggleGroup();

    NavigationRail(Collection<WorkbenchPage> pages, ObjectProperty<WorkbenchPage> shown, Command help) {
        getStyleClass().add("navigation-rail");
        pages.forEach(page -> getChildren().add(button(page, shown)));
        ToggleButton helpButton = face("Help", Feather.HELP_CIRCLE);
        helpButton.setId("open-help");
        helpButton.setTooltip(new Tooltip("Explain this page (" + help.keysText() + ")"));
        helpButton.setOnAction(_ -> {
            help.run();
            // It opens something beside the page and is no page of its own.
            helpButton.setSelected(false);
        });
        VBox gap = new VBox();
        VBox.setVgrow(gap, javafx.scene.layout.Priority.ALWAYS);
        getChildren().addAll(gap, helpButton);
    }

    private ToggleButton button(WorkbenchPage page, ObjectProperty<WorkbenchPage> shown) {
        ToggleButton button = face(page.label(), page.icon());
        button.setId("page-" + page.id());
        button.setToggleGroup(group);
        button.setTooltip(new Tooltip("Show " + page.label().toLowerCase(java.util.Locale.ROOT) + " (Ctrl+"
                + page.key().getName() + ")"));
        button.setOnAction(_ -> {
            shown.set(page);
            // One page is always chosen, also after a click on the one that is.
            button.setSelected(true);
        });
        shown.subscribe(now -> {
            if (now == page) {
                button.setSelected(true);
            }
        });
        return button;
    }

    private static ToggleButton face(String label, Feather icon) {
        ToggleButton button = new ToggleButton(label, new FontIcon(icon));
        button.setContentDisplay(ContentDisplay.TOP);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMnemonicParsing(false);
        button.getStyleClass().add("navigation-button");
        return button;
    }
}

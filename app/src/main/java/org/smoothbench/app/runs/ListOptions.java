package org.smoothbench.app.runs;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Groups, order, archive and trash of the list. */
final class ListOptions extends MenuButton {

    ListOptions(ListChoices choices, Runnable trash) {
        setId("list-options");
        setGraphic(new FontIcon(Feather.SLIDERS));
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, "list-options");
        setAccessibleText("Groups, order, archive and trash");
        setTooltip(new Tooltip("Groups, order, archive and trash"));
        ToggleGroup groupings = new ToggleGroup();
        for (Grouping grouping : Grouping.values()) {
            String title = grouping == Grouping.NONE
                    ? grouping.label()
                    : "Group by " + grouping.label().toLowerCase(Locale.ROOT);
            RadioMenuItem item = new RadioMenuItem(title);
            item.setToggleGroup(groupings);
            item.setOnAction(_ -> choices.groupingProperty().set(grouping));
            choices.groupingProperty().subscribe(now -> item.setSelected(now == grouping));
            getItems().add(item);
        }
        getItems().add(new SeparatorMenuItem());
        ToggleGroup sortings = new ToggleGroup();
        for (Sorting sorting : Sorting.values()) {
            RadioMenuItem item = new RadioMenuItem(sorting.label());
            item.setToggleGroup(sortings);
            item.setOnAction(_ -> choices.sortingProperty().set(sorting));
            choices.sortingProperty().subscribe(now -> item.setSelected(now == sorting));
            getItems().add(item);
        }
        CheckMenuItem archived = new CheckMenuItem("Show archived runs");
        archived.selectedProperty().bindBidirectional(choices.archivedProperty());
        MenuItem trashItem = new MenuItem("Trash…");
        trashItem.setId("open-trash");
        trashItem.setOnAction(_ -> trash.run());
        getItems().addAll(new SeparatorMenuItem(), archived, trashItem);
    }
}

package org.smoothbench.app.runs;

import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.smoothbench.viz.palette.SeriesPalette;

/** What can be done with the selected runs, at the pointer or by the menu key. */
final class RunMenu extends ContextMenu {

    /** What people call the colours of the palette, in its order. */
    static final List<String> COLOURS =
            List.of("Blue", "Vermilion", "Green", "Purple", "Brown or yellow", "Sky blue", "Ink");

    private final RunActions actions;

    RunMenu(RunActions actions) {
        this.actions = actions;
        setId("run-menu");
        // Made anew each time, since titles and what is possible follow the selection.
        setOnShowing(_ -> fill());
        fill();
    }

    private void fill() {
        List<RunRowViewModel> rows = actions.list().selection();
        boolean none = rows.isEmpty();
        boolean compared =
                !none && rows.stream().allMatch(row -> row.comparedProperty().get());
        boolean archived = !none && rows.stream().allMatch(row -> row.row().archived());
        boolean active = rows.stream().allMatch(row -> row.now().summary().active());
        getItems()
                .setAll(
                        item(compared ? "No longer compare (Space)" : "Compare (Space)", none, actions::toggleCompared),
                        item("Compare none", actions.compared().ids().isEmpty(), actions::compareNone),
                        new SeparatorMenuItem(),
                        item("Name, study, tags, notes… (F2)", none, actions::edit),
                        colours(none),
                        item(archived ? "Take out of the archive" : "Archive", none, actions::toggleArchived),
                        new SeparatorMenuItem(),
                        item(
                                "Resume from the last checkpoint (Ctrl+Shift+R)",
                                !actions.canRetryProperty().get(),
                                actions::retry),
                        new SeparatorMenuItem(),
                        item("Show folder", none, actions::reveal),
                        item("Copy path", none, actions::copyPaths),
                        item("Copy folder name", none, actions::copyIds),
                        new SeparatorMenuItem(),
                        item("Move to trash (Delete)", none || active, actions::delete));
    }

    private Menu colours(boolean none) {
        Menu menu = new Menu("Colour");
        menu.setDisable(none);
        SeriesPalette palette = SeriesPalette.colourBlindSafe();
        for (int i = 0; i < palette.size(); i++) {
            int index = i;
            ColourMark mark = new ColourMark(22);
            mark.show(index);
            MenuItem item = item(
                    index < COLOURS.size() ? COLOURS.get(index) : "Colour " + (index + 1),
                    false,
                    () -> actions.colour(index));
            item.setGraphic(mark);
            menu.getItems().add(item);
        }
        return menu;
    }

    private static MenuItem item(String title, boolean disabled, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setDisable(disabled);
        item.setOnAction(_ -> action.run());
        return item;
    }
}

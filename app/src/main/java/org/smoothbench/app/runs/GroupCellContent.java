package org.smoothbench.app.runs;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The heading of a group with the number of its runs; the arrow says whether they are shown. */
final class GroupCellContent extends HBox {

    private final FontIcon arrow = new FontIcon(Feather.CHEVRON_DOWN);
    private final Label title = new Label();
    private final Label count = new Label();

    GroupCellContent() {
        getStyleClass().add("group-content");
        title.getStyleClass().add("group-title");
        title.setMinWidth(0);
        count.getStyleClass().add("group-count");
        count.setMinWidth(USE_PREF_SIZE);
        setMinWidth(0);
        getChildren().addAll(arrow, title, count);
    }

    void show(GroupHeading heading) {
        arrow.setIconCode(heading.collapsed() ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN);
        title.setText(heading.title());
        count.setText(Integer.toString(heading.count()));
    }
}

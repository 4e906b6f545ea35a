package org.smoothbench.app.runs;

import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says what is wrong with the runs folder, and that the list is as it was before. */
final class FolderBanner extends Label {

    FolderBanner(RunListViewModel model) {
        setId("folder-banner");
        getStyleClass().addAll("banner", "banner-warning", "folder-banner");
        setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        setMaxWidth(Double.MAX_VALUE);
        model.folderTroubleProperty().subscribe(trouble -> {
            setText(trouble);
            setVisible(!trouble.isEmpty());
            setManaged(!trouble.isEmpty());
        });
    }
}

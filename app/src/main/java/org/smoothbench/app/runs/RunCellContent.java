package org.smoothbench.app.runs;

import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.app.look.StateIcon;

/** Two lines of a run and its bar, as high whatever it says. */
final class RunCellContent extends HBox {

    private final StateIcon icon = new StateIcon();
    private final EyeToggle eye = new EyeToggle();
    private final Label name = new Label();
    private final FontIcon damaged = new FontIcon(Feather.ALERT_CIRCLE);
    private final FontIcon archived = new FontIcon(Feather.ARCHIVE);
    private final Label standing = new Label();
    private final Label detail = new Label();
    private final ProgressBar bar = new ProgressBar();

    RunCellContent(Runnable toggle) {
        getStyleClass().add("run-content");
        name.getStyleClass().add("run-name");
        // The name gives way last.
        name.setMinWidth(40);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        damaged.getStyleClass().add("run-damaged");
        archived.getStyleClass().add("run-archived");
        standing.getStyleClass().add("run-state");
        standing.setMinWidth(Region.USE_PREF_SIZE);
        detail.getStyleClass().add("run-line");
        bar.getStyleClass().add("run-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox first = new HBox(name, damaged, archived, standing);
        first.getStyleClass().add("run-first-line");
        VBox lines = new VBox(first, detail, bar);
        lines.getStyleClass().add("run-lines");
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        eye.setOnAction(_ -> toggle.run());
        getChildren().addAll(icon, lines, eye);
        setMinWidth(0);
    }

    void show(RunRow row) {
        icon.show(row.state());
        name.setText(row.name());
        standing.setText(row.standing());
        detail.setText(row.detail());
        place(damaged, row.damaged());
        place(archived, row.archived());
        bar.setVisible(row.progress() >= 0);
        bar.setProgress(Math.max(0, row.progress()));
    }

    void showEye(boolean compared, int colour) {
        eye.show(compared, colour);
    }

    private static void place(FontIcon sign, boolean shown) {
        sign.setVisible(shown);
        sign.setManaged(shown);
    }
}

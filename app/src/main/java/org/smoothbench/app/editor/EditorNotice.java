package org.smoothbench.app.editor;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.app.runs.Notice;

/** What the user should know that belongs to no setting. */
final class EditorNotice extends HBox {

    private final Label title = new Label();
    private final Label detail = new Label();

    EditorNotice(QueueViewModel model) {
        setId("editor-notice");
        getStyleClass().addAll("banner", "banner-warning", "notice");
        title.getStyleClass().add("banner-title");
        for (Label label : new Label[] {title, detail}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        setMinHeight(USE_PREF_SIZE);
        VBox texts = new VBox(title, detail);
        HBox.setHgrow(texts, Priority.ALWAYS);
        Button close = new Button(null, new FontIcon(Feather.X));
        close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        close.setAccessibleText("Dismiss this notice");
        close.setOnAction(_ -> model.dismiss());
        getChildren().addAll(new FontIcon(Feather.ALERT_TRIANGLE), texts, close);
        model.noticeProperty().subscribe(notice -> {
            setVisible(notice.isPresent());
            setManaged(notice.isPresent());
            notice.ifPresent(this::show);
        });
    }

    private void show(Notice notice) {
        title.setText(notice.title());
        detail.setText((notice.detail() + "  " + notice.remedy()).strip());
        detail.setVisible(!detail.getText().isEmpty());
        detail.setManaged(!detail.getText().isEmpty());
    }
}

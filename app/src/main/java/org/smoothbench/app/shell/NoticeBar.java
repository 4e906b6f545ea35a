package org.smoothbench.app.shell;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.app.runs.Notice;
import org.smoothbench.app.runs.NoticeViewModel;

/** The one notice, under the tool bar; part of the window, so that it can neither be lost nor block anything. */
final class NoticeBar extends HBox {

    private final Label title = text();
    private final Label detail = text();
    private final Label remedy = text();

    NoticeBar(NoticeViewModel model) {
        setId("notice");
        getStyleClass().addAll("banner", "banner-warning", "notice");
        setMinHeight(USE_PREF_SIZE);
        title.getStyleClass().add("banner-title");
        VBox texts = new VBox(title, detail, remedy);
        HBox.setHgrow(texts, Priority.ALWAYS);
        Button close = new Button(null, new FontIcon(Feather.X));
        close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        close.setAccessibleText("Dismiss this notice");
        close.setTooltip(new Tooltip("Dismiss"));
        close.setOnAction(_ -> model.dismiss());
        getChildren().addAll(new FontIcon(Feather.ALERT_CIRCLE), texts, close);
        model.noticeProperty().subscribe(notice -> {
            setVisible(notice.isPresent());
            setManaged(notice.isPresent());
            notice.ifPresent(this::show);
        });
    }

    private void show(Notice notice) {
        title.setText(notice.title());
        line(detail, notice.detail());
        line(remedy, notice.remedy());
    }

    private static void line(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    private static Label text() {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}

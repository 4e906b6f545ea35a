package org.smoothbench.app.training;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Why a run ended before its time, or what of its files is damaged: each trouble with its place, and what can be done. */
final class ProblemBanner extends HBox {

    private final Label title = new Label();
    private final VBox troubles = new VBox();
    private final BooleanProperty ended = new SimpleBooleanProperty(this, "ended");
    private Optional<RunPage.Banner> shown = Optional.empty();

    ProblemBanner(RunPageActions actions) {
        setId("problem-banner");
        getStyleClass().addAll("banner", "banner-danger");
        setMinHeight(USE_PREF_SIZE);
        title.getStyleClass().add("banner-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        troubles.getStyleClass().add("banner-troubles");
        FlowPane buttons = new FlowPane(
                button("banner-resume", "Resume", Feather.PLAY, actions.resume(), actions.canResume()),
                button("banner-again", "Run again", Feather.ROTATE_CW, actions.again(), actions.canRunAgain()),
                button("banner-folder", "Show folder", Feather.FOLDER, actions.reveal(), null),
                button("banner-path", "Copy path", Feather.COPY, actions.copyPath(), null),
                button("banner-delete", "Move to trash", Feather.TRASH_2, actions.delete(), ended.not()));
        buttons.getStyleClass().add("banner-buttons");
        VBox texts = new VBox(title, troubles, buttons);
        texts.getStyleClass().add("banner-texts");
        HBox.setHgrow(texts, Priority.ALWAYS);
        getChildren().addAll(new FontIcon(Feather.ALERT_TRIANGLE), texts);
        setShown(this, false);
    }

    void show(RunPage page) {
        Optional<RunPage.Banner> now = page.banner();
        setShown(this, now.isPresent());
        ended.set(page.state().isPresent());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        title.setText(now.map(RunPage.Banner::title).orElse(""));
        List<Node> lines = new ArrayList<>();
        now.stream().flatMap(banner -> banner.troubles().stream()).forEach(one -> lines.add(lines(one)));
        troubles.getChildren().setAll(lines);
    }

    private static VBox lines(RunPage.Trouble trouble) {
        VBox lines = new VBox();
        for (String text : List.of(trouble.what(), trouble.where(), trouble.remedy())) {
            if (!text.isEmpty()) {
                Label line = new Label(text);
                line.setWrapText(true);
                line.setMinHeight(USE_PREF_SIZE);
                lines.getChildren().add(line);
                if (text.equals(trouble.where())) {
                    line.getStyleClass().add("banner-where");
                }
            }
        }
        return lines;
    }

    private static Button button(
            String id, String text, Feather icon, Runnable action, @Nullable ObservableBooleanValue possible) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add(Styles.SMALL);
        button.setOnAction(_ -> action.run());
        if (possible != null) {
            button.visibleProperty().bind(possible);
            button.managedProperty().bind(possible);
        }
        return button;
    }

    private static void setShown(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}

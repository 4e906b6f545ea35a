package org.smoothbench.app.landscape;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The landscapes in the folders of the runs on the page. */
final class StoredList extends VBox {

    private static final double TIP_WIDTH = 520;

    private final LandscapeViewModel page;
    private final VBox lines = new VBox();

    StoredList(LandscapeViewModel page) {
        this.page = page;
        getStyleClass().addAll("card", "landscape-card");
        setId("stored-landscapes");
        Label title = new Label("Stored");
        title.getStyleClass().add("card-title");
        lines.getStyleClass().add("stored-lines");
        getChildren().addAll(title, lines);
        page.shelf().entriesProperty().subscribe(this::show);
        page.picturesProperty()
                .subscribe((_, _) -> show(page.shelf().entriesProperty().get()));
    }

    private void show(List<StudyEntry> entries) {
        if (entries.isEmpty()) {
            Label none = new Label("What is computed is kept in the runs' folders and listed here.");
            none.setWrapText(true);
            none.getStyleClass().add("muted");
            lines.getChildren().setAll(none);
            return;
        }
        lines.getChildren().setAll(entries.stream().map(this::line).toList());
    }

    private Node line(StudyEntry entry) {
        return switch (entry) {
            case StudyEntry.Study study -> line(study);
            case StudyEntry.Broken broken -> line(broken);
        };
    }

    private Button line(StudyEntry.Study study) {
        Label title = new Label(study.any().title());
        title.getStyleClass().add("stored-title");
        int have = study.landscapes().size();
        int all = page.slots().size();
        Label detail = new Label(study.any().detail() + (have == all ? "" : " · " + have + " of " + all + " models"));
        detail.getStyleClass().addAll("muted", "stored-detail");
        VBox words = new VBox(title, detail);
        words.setMinWidth(0);
        Button button = new Button(null, words);
        button.getStyleClass().add("stored-entry");
        button.pseudoClassStateChanged(
                javafx.css.PseudoClass.getPseudoClass("current"), study.study().equals(page.study()));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(
                "Open " + study.any().title() + ", " + study.any().detail());
        button.setTooltip(new Tooltip(study.any().title() + "\n" + study.any().detail()));
        button.setOnAction(_ -> page.open(study));
        return button;
    }

    private static Label line(StudyEntry.Broken broken) {
        Label line = new Label("Damaged: " + broken.problem().what(), new FontIcon(Feather.ALERT_TRIANGLE));
        line.getStyleClass().addAll("warning-text", "stored-broken");
        line.setWrapText(true);
        Tooltip tip = new Tooltip(broken.problem().where() + "\n"
                + broken.problem().what() + "\n" + broken.problem().remedy());
        tip.setWrapText(true);
        tip.setMaxWidth(TIP_WIDTH);
        line.setTooltip(tip);
        return line;
    }
}

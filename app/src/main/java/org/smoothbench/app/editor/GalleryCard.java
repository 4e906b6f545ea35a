package org.smoothbench.app.editor;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Something to begin from, as a picture with words; pressing it begins. */
final class GalleryCard extends Button {

    static final double WIDTH = 348;

    private static final double INNER_WIDTH = WIDTH - 26;

    /** So many letters of a name fit beside the picture. */
    private static final int LONGEST_LINE = 26;

    private final HBox content = new HBox();

    /**
     * A card.
     *
     * @param badge one word beside the name; may be empty
     * @param paper what the paper reports, labelled as such; may be empty
     */
    GalleryCard(Optional<Node> picture, String name, String badge, String description, String paper, Runnable begin) {
        getStyleClass().add("gallery-card");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMnemonicParsing(false);
        Label title = new Label(FieldWords.divided(name, LONGEST_LINE));
        title.getStyleClass().add("gallery-name");
        title.setMinWidth(0);
        title.setWrapText(true);
        Label mark = new Label(badge);
        mark.getStyleClass().add("gallery-badge");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        mark.setVisible(!badge.isEmpty());
        mark.setManaged(!badge.isEmpty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(title, gap, mark);
        line.getStyleClass().add("gallery-line");
        Label what = new Label(description);
        what.getStyleClass().add("gallery-what");
        what.setWrapText(true);
        VBox words = new VBox(line, what);
        words.getStyleClass().add("gallery-words");
        if (!paper.isEmpty()) {
            Label published = new Label(paper);
            published.getStyleClass().add("gallery-paper");
            published.setWrapText(true);
            words.getChildren().add(published);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        content.getChildren().add(words);
        picture.ifPresent(node -> content.getChildren().addFirst(node));
        content.getStyleClass().add("gallery-content");
        content.setPrefWidth(INNER_WIDTH);
        content.setMaxWidth(INNER_WIDTH);
        setGraphic(content);
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        setAccessibleText("Begin with " + name + ": " + description + (paper.isEmpty() ? "" : ". " + paper));
        setTooltip(new Tooltip(description + (paper.isEmpty() ? "" : "\n" + paper)));
        setOnAction(_ -> begin.run());
    }

    /** A button asks what it shows for its height without telling the width, which texts on several lines need. */
    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + content.prefHeight(INNER_WIDTH) + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}

package org.smoothbench.app.editor;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One section of the form. */
final class SectionCard extends VBox {

    private final VBox rows = new VBox();

    SectionCard(Section section) {
        setId(section.id());
        getStyleClass().addAll("card", "section-card");
        Label title = new Label(section.label());
        title.getStyleClass().add("section-title");
        rows.getStyleClass().add("section-rows");
        getChildren().addAll(title, rows);
    }

    void show(List<Node> fields) {
        List<Node> now = rows.getChildren();
        if (fields.size() >= now.size() && fields.subList(0, now.size()).equals(now)) {
            // What stays in its place need not be styled again.
            now.addAll(fields.subList(now.size(), fields.size()));
        } else {
            rows.getChildren().setAll(fields);
        }
    }

    /** Goes away if it has nothing to show. */
    void settle() {
        boolean any = rows.getChildren().stream().anyMatch(Node::isVisible);
        setVisible(any);
        setManaged(any);
    }
}

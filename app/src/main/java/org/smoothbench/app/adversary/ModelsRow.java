package org.smoothbench.app.adversary;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;

/**
 * The models side by side: as high as there is room, and no less than their words take, wrapped into the width that is left
 * to each. Then it scrolls.
 */
final class ModelsRow extends HBox {

    ModelsRow() {
        setId("bench-models");
        getStyleClass().add("bench-models");
    }

    /** The row in a frame that it fills. A pane that fits heights would not see that wrapped words need more of it. */
    ScrollPane scrolling() {
        ScrollPane scroll = new ScrollPane(this);
        scroll.getStyleClass().add("bench-scroll");
        scroll.setFitToWidth(true);
        scroll.viewportBoundsProperty().subscribe(bounds -> setMinHeight(bounds.getHeight()));
        return scroll;
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }
}

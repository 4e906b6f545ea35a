package org.smoothbench.viz.chart;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

/** Whether a node can be seen: in a showing window, with no invisible ancestor, such as a tab that is not selected. */
public final class Showing {
    private Showing() {}

    /** Follows a node through windows, tabs and pages. FX thread only. */
    public static ObservableValue<Boolean> of(Node node) {
        return node.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false)
                .flatMap(shown -> shown ? isVisible(node) : new SimpleBooleanProperty(false));
    }

    private static ObservableValue<Boolean> isVisible(Node node) {
        return node.visibleProperty()
                .flatMap(visible -> visible
                        ? node.parentProperty().flatMap(Showing::isVisible).orElse(true)
                        : new SimpleBooleanProperty(false));
    }
}

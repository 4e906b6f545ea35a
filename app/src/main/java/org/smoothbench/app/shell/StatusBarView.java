package org.smoothbench.app.shell;

import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Separator;
import org.controlsfx.control.StatusBar;

/** The line at the bottom of the window. */
final class StatusBarView extends StatusBar {

    /** In a narrower window the heap, which matters least, gives its room to the counts. */
    private static final double ROOM_FOR_ALL = 1500;

    StatusBarView(StatusBarViewModel model) {
        getStyleClass().add("status-line");
        // There is nothing to be done here with the keyboard.
        setFocusTraversable(false);
        textProperty()
                .bind(model.troubleProperty()
                        .flatMap(t -> t.isEmpty() ? model.countsProperty() : model.troubleProperty()));
        Label device = new Label();
        device.setId("status-device");
        device.textProperty().bind(model.deviceProperty());
        Label heap = new Label();
        heap.textProperty().bind(model.heapProperty());
        heap.setMinWidth(USE_PREF_SIZE);
        Label folder = new Label(model.folder());
        folder.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        folder.maxWidthProperty()
                .bind(Bindings.when(widthProperty().greaterThan(ROOM_FOR_ALL))
                        .then(360)
                        .otherwise(150));
        folder.setAccessibleText("Runs folder " + model.folder());
        Separator before = new Separator(Orientation.VERTICAL);
        for (Node least : new Node[] {before, heap}) {
            least.visibleProperty().bind(widthProperty().greaterThan(ROOM_FOR_ALL));
            least.managedProperty().bind(least.visibleProperty());
        }
        getRightItems()
                .addAll(
                        new Separator(Orientation.VERTICAL),
                        device,
                        new Separator(Orientation.VERTICAL),
                        folder,
                        before,
                        heap);
    }
}

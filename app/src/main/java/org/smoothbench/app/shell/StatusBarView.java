package org.smoothbench.app.shell;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Separator;
import org.controlsfx.control.StatusBar;

/** The line at the bottom of the window. */
final class StatusBarView extends StatusBar {

    StatusBarView(StatusBarViewModel model) {
        getStyleClass().add("status-line");
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
        folder.setMaxWidth(360);
        folder.setAccessibleText("Runs folder " + model.folder());
        getRightItems()
                .addAll(
                        new Separator(Orientation.VERTICAL),
                        device,
                        new Separator(Orientation.VERTICAL),
                        folder,
                        new Separator(Orientation.VERTICAL),
                        heap);
    }
}

package org.smoothbench.app.fake;

import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.smoothbench.app.look.ThemeChoice;
import org.smoothbench.app.look.ThemeSwitch;

/** Shows a part of the window alone, with the window's look. */
public final class TestStage {

    private TestStage() {}

    /**
     * Puts a stage into the corner of the screen and forgets how small it may be: the tests of a process share a stage, which
     * keeps place and size, and the headless screen cannot draw what leaves it. FX thread only.
     */
    static void reset(Stage stage) {
        stage.setX(0);
        stage.setY(0);
        stage.setMinWidth(0);
        stage.setMinHeight(0);
    }

    /** Shows a part in its own size, in pixels. FX thread only. */
    public static void show(Stage stage, Parent part, double width, double height) {
        reset(stage);
        new ThemeSwitch(ThemeChoice.LIGHT);
        Scene scene = new Scene(part, width, height);
        scene.getStylesheets()
                .add(Objects.requireNonNull(ThemeSwitch.class.getResource("app.css"))
                        .toExternalForm());
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
    }
}

package org.smoothbench.app.shell;

import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Says which versions run. */
final class AboutDialog {

    private AboutDialog() {}

    static void show(@Nullable Window owner) {
        Alert alert = new Alert(Alert.AlertType.INFORMATION, versions(), ButtonType.CLOSE);
        alert.initOwner(owner);
        alert.setTitle("About Smoothbench");
        alert.setHeaderText("Smoothbench, a workbench for smooth adversarial training");
        // Not waited for: nothing depends on the answer.
        alert.show();
    }

    private static String versions() {
        String own = Optional.ofNullable(AboutDialog.class.getPackage().getImplementationVersion())
                .orElse("development build");
        return """
                Version: %s
                Java: %s (%s)
                JavaFX: %s
                System: %s %s, %s
                """.formatted(
                        own,
                        Runtime.version(),
                        System.getProperty("java.vendor"),
                        System.getProperty("javafx.runtime.version"),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("os.arch"));
    }
}

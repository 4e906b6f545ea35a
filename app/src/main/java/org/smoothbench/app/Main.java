package org.smoothbench.app;

import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import javafx.application.Application;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the program begins: with arguments it is the command line, without them the window. It does not extend {@link
 * Application}, because Java would then insist on JavaFX as modules.
 */
public final class Main {

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    /** Held, because the JDK forgets the level of a logger that nobody holds. */
    private static final java.util.logging.Logger JAVAFX_LOG = java.util.logging.Logger.getLogger("javafx");

    private Main() {}

    /** Starts the program. */
    public static void main(String[] args) {
        if (args.length > 0) {
            org.smoothbench.core.cli.Main.main(args);
        } else if (hasDisplay(System.getProperty("os.name"), System.getenv())) {
            openWindow();
        } else {
            demoInstead("No display found");
        }
    }

    /** Whether a window can be tried: on Linux only where the environment names a display. */
    static boolean hasDisplay(String os, Map<String, String> environment) {
        String system = os.toLowerCase(Locale.ROOT);
        return system.startsWith("mac")
                || system.startsWith("win")
                || !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    }

    private static void openWindow() {
        // JavaFX warns of every start from the class path, where DJL keeps it.
        JAVAFX_LOG.setLevel(Level.SEVERE);
        try {
            Application.launch(WorkbenchApplication.class);
        } catch (RuntimeException e) {
            LOG.debug("The window could not be opened", e);
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            if (cause instanceof UnsupportedOperationException) {
                // That of a display that does not answer.
                demoInstead("The window could not be opened (" + cause.getMessage() + ")");
            }
            LOG.error("The window could not be opened because of a fault in Smoothbench", e);
            System.exit(1);
        }
    }

    private static void demoInstead(String why) {
        System.out.println(why + ": running the demo in the terminal instead. See smoothbench --help for commands.");
        System.exit(org.smoothbench.core.cli.Main.run("demo"));
    }
}

package org.smoothbench.app.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Shows folders in the desktop's file manager. Starts a process, so not for the FX thread. */
public final class DesktopFolder {

    /**
     * Shows a folder.
     *
     * @throws IOException if the desktop has no program for that
     */
    public void show(Path folder) throws IOException {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String program = os.startsWith("win") ? "explorer" : os.startsWith("mac") ? "open" : "xdg-open";
        new ProcessBuilder(List.of(program, folder.toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}

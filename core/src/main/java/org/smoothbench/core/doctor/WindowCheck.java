package org.smoothbench.core.doctor;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether a window can open: a display, and on Linux the libraries JavaFX loads. */
final class WindowCheck {

    private static final Map<String, String> LIBRARIES = libraries();

    private static Map<String, String> libraries() {
        Map<String, String> libraries = new LinkedHashMap<>();
        libraries.put("libpango-1.0.so.0", "pango");
        libraries.put("libpangoft2-1.0.so.0", "pangoft2");
        libraries.put("libfreetype.so.6", "freetype");
        libraries.put("libfontconfig.so.1", "fontconfig");
        libraries.put("libgtk-3.so.0", "gtk-3");
        libraries.put("libGL.so.1", "libgl");
        return libraries;
    }

    List<Check> examine() {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            return List.of();
        }
        return List.of(display(), nativeLibraries());
    }

    private static Check display() {
        String x = System.getenv("DISPLAY");
        String wayland = System.getenv("WAYLAND_DISPLAY");
        if ((x == null || x.isBlank()) && (wayland == null || wayland.isBlank())) {
            return Check.note("Display", "none", "the command line does everything without one; the window needs it");
        }
        return Check.ok("Display", x == null || x.isBlank() ? "Wayland " + wayland : x);
    }

    /** Loading is the only sure test: a library may lie there and lack what it needs itself. */
    @SuppressWarnings("restricted")
    private static Check nativeLibraries() {
        List<String> missing = new ArrayList<>();
        try (Arena arena = Arena.ofConfined()) {
            LIBRARIES.forEach((file, name) -> {
                try {
                    SymbolLookup.libraryLookup(file, arena);
                } catch (IllegalArgumentException _) {
                    missing.add(name);
                }
            });
        }
        return missing.isEmpty()
                ? Check.ok("Window libraries", String.join(", ", LIBRARIES.values()))
                : Check.note(
                        "Window libraries",
                        "missing: " + String.join(", ", missing),
                        "./smoothbench offers to install them when it opens the window");
    }
}

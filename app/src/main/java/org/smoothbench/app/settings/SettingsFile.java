package org.smoothbench.app.settings;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smoothbench.app.look.ThemeChoice;
import org.smoothbench.core.run.WholeFile;

/**
 * The settings as a small JSON file, which a person can read and delete. Each setting is read by itself, so one that is
 * damaged costs only itself. Never throws: the window works without settings. Any thread, one at a time.
 */
public final class SettingsFile {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

    private final Path file;

    /** Settings in a file, which need not exist. */
    public SettingsFile(Path file) {
        this.file = file;
    }

    /** Where the settings lie. */
    public Path path() {
        return file;
    }

    /** Where a program keeps settings on this system. */
    public static Path standardPath() {
        String home = System.getProperty("user.home");
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        Path folder;
        if (os.startsWith("mac")) {
            folder = Path.of(home, "Library", "Application Support");
        } else if (os.startsWith("win")) {
            folder = Path.of(setting("APPDATA").orElse(home));
        } else {
            folder = setting("XDG_CONFIG_HOME").map(Path::of).orElse(Path.of(home, ".config"));
        }
        return folder.resolve("smoothbench").resolve("settings.json");
    }

    private static Optional<String> setting(String variable) {
        return Optional.ofNullable(System.getenv(variable)).filter(value -> !value.isBlank());
    }

    /** What was saved, and defaults for what cannot be read. */
    public Settings load() {
        JsonObject json = read();
        Settings first = Settings.FIRST;
        return new Settings(
                theme(json),
                number(json, "width", first.width()),
                number(json, "height", first.height()),
                flag(json, "maximized"),
                text(json, "selectedRun"),
                text(json, "page").orElse(first.page()),
                flag(json, "help"),
                json.get("pages") instanceof JsonObject pages ? pages : first.pages(),
                folders(json));
    }

    /** Saves all of it, or logs why not. */
    public void save(Settings settings) {
        JsonObject json = new JsonObject();
        json.addProperty("theme", settings.theme().name().toLowerCase(Locale.ROOT));
        json.addProperty("width", settings.width());
        json.addProperty("height", settings.height());
        json.addProperty("maximized", settings.maximized());
        settings.selectedRun().ifPresent(run -> json.addProperty("selectedRun", run));
        json.addProperty("page", settings.page());
        json.addProperty("help", settings.help());
        json.add("pages", settings.pages());
        JsonArray folders = new JsonArray();
        settings.recentFolders().forEach(folder -> folders.add(folder.toString()));
        json.add("recentFolders", folders);
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            WholeFile.replace(
                    file, new GsonBuilder().setPrettyPrinting().create().toJson(json) + "\n");
        } catch (IOException e) {
            LOG.warn("The settings could not be saved to {}", file, e);
        }
    }

    private JsonObject read() {
        try {
            if (JsonParser.parseString(Files.readString(file)) instanceof JsonObject object) {
                return object;
            }
            LOG.warn("{} holds no JSON object; starting with default settings", file);
        } catch (NoSuchFileException _) {
            LOG.debug("No settings at {} yet", file);
        } catch (IOException | JsonParseException e) {
            LOG.warn("{} cannot be read ({}); starting with default settings", file, e.getMessage());
        }
        return new JsonObject();
    }

    private static ThemeChoice theme(JsonObject json) {
        return text(json, "theme")
                .flatMap(name -> Arrays.stream(ThemeChoice.values())
                        .filter(choice -> choice.name().equalsIgnoreCase(name))
                        .findFirst())
                .orElse(Settings.FIRST.theme());
    }

    private static double number(JsonObject json, String key, double otherwise) {
        return primitive(json, key)
                .filter(JsonPrimitive::isNumber)
                .map(JsonPrimitive::getAsDouble)
                .orElse(otherwise);
    }

    private static boolean flag(JsonObject json, String key) {
        return primitive(json, key)
                .filter(JsonPrimitive::isBoolean)
                .map(JsonPrimitive::getAsBoolean)
                .orElse(false);
    }

    private static List<Path> folders(JsonObject json) {
        List<Path> folders = new ArrayList<>();
        if (json.get("recentFolders") instanceof JsonArray array) {
            for (JsonElement element : array) {
                if (element instanceof JsonPrimitive name && name.isString()) {
                    path(name.getAsString()).ifPresent(folders::add);
                }
            }
        }
        return folders;
    }

    private static Optional<Path> path(String name) {
        try {
            return Optional.of(Path.of(name));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonObject json, String key) {
        return primitive(json, key).filter(JsonPrimitive::isString).map(JsonPrimitive::getAsString);
    }

    private static Optional<JsonPrimitive> primitive(JsonObject json, String key) {
        return json.get(key) instanceof JsonPrimitive value ? Optional.of(value) : Optional.empty();
    }
}

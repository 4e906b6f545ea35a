package org.smoothbench.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.app.look.ThemeChoice;

final class SettingsFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void whatIsSavedIsRead() {
        JsonObject pages = new JsonObject();
        pages.add("runs", JsonParser.parseString("{\"listWidth\": 320}"));
        Settings settings = new Settings(
                ThemeChoice.DARK,
                1500,
                900,
                true,
                Optional.of("run-1"),
                "activations",
                true,
                pages,
                List.of(folder.resolve("a"), folder.resolve("b")));
        Path file = folder.resolve("new").resolve("settings.json");
        new SettingsFile(file).save(settings);

        assertThat(new SettingsFile(file).load()).isEqualTo(settings);
    }

    @Test
    void noFileIsAFirstStart() {
        assertThat(new SettingsFile(folder.resolve("none.json")).load()).isEqualTo(Settings.FIRST);
    }

    @Test
    void aBrokenFileIsAFirstStart() throws IOException {
        Path file = Files.writeString(folder.resolve("settings.json"), "{\"theme\": \"dar");
        assertThat(new SettingsFile(file).load()).isEqualTo(Settings.FIRST);
        Files.writeString(file, "[1, 2]");
        assertThat(new SettingsFile(file).load()).isEqualTo(Settings.FIRST);
    }

    @Test
    void oneBrokenSettingCostsOnlyItself() throws IOException {
        Path file = Files.writeString(
                folder.resolve("settings.json"),
                "{\"theme\": \"dark\", \"width\": \"wide\", \"height\": -4, \"maximized\": 7, \"pages\": null, \"recentFolders\": [4]}");
        assertThat(new SettingsFile(file).load())
                .isEqualTo(new Settings(
                        ThemeChoice.DARK, 1280, 800, false, Optional.empty(), "", false, new JsonObject(), List.of()));
    }
}

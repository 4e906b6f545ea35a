package org.smoothbench.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Settings settings = new Settings(ThemeChoice.DARK, 1500, 900, true, 320, Optional.of("run-1"));
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
                "{\"theme\": \"dark\", \"width\": \"wide\", \"height\": -4, \"maximized\": 7, \"listWidth\": null}");
        assertThat(new SettingsFile(file).load())
                .isEqualTo(new Settings(ThemeChoice.DARK, 1280, 800, false, 300, Optional.empty()));
    }
}

package org.smoothbench.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
final class LibraryScanTest {

    @TempDir
    Path folder;

    private LibraryScan scan(Path root) {
        return new LibraryScan(new RunLibrary(root, Clock.systemUTC()));
    }

    @Test
    void whatIsLeftOfARunIsARunAndOtherThingsAreNot() throws IOException {
        Files.createDirectories(folder.resolve("7-with-status"));
        Files.writeString(folder.resolve("7-with-status").resolve("status.json"), "");
        Files.createDirectories(folder.resolve("20261122-173306-empty-s0"));
        Files.writeString(folder.resolve("20261122-173306-file-s0-2"), "");
        Files.createSymbolicLink(folder.resolve("20261122-173306-link-s0"), folder.resolve("nowhere"));
        Files.createDirectories(folder.resolve("notes"));
        Files.createDirectories(folder.resolve(".trash"));
        Files.writeString(folder.resolve("README"), "");
        assertThat(scan(folder).list())
                .extracting(RunDirectory::id)
                .containsExactly(
                        "7-with-status",
                        "20261122-173306-link-s0",
                        "20261122-173306-file-s0-2",
                        "20261122-173306-empty-s0");
    }

    @Test
    void runsComeAndGo() throws IOException {
        LibraryScan scan = scan(folder);
        assertThat(scan.list()).isEmpty();
        Path run = Files.createDirectories(folder.resolve("20261122-173306-a-s0"));
        assertThat(scan.list()).hasSize(1);
        Files.delete(run);
        assertThat(scan.list()).isEmpty();
    }

    @Test
    void aFolderThatWasNeverThereIsEmptyButOneThatVanishedIsAnError() throws IOException {
        Path root = folder.resolve("runs");
        LibraryScan scan = scan(root);
        assertThat(scan.list()).isEmpty();
        Files.createDirectories(root);
        assertThat(scan.list()).isEmpty();
        Files.delete(root);
        assertThatThrownBy(scan::list).isInstanceOf(NoSuchFileException.class);
        Files.createDirectories(root);
        assertThat(scan.list()).isEmpty();
    }
}

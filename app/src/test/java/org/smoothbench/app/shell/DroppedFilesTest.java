package org.smoothbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.app.fake.FakeRuns;

final class DroppedFilesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final List<String> taken = new ArrayList<>();

    private DroppedFiles files() {
        return new DroppedFiles(
                folder.resolve("runs"),
                new DroppedFiles.Takers(
                        file -> taken.add("specification " + file.getFileName()),
                        run -> taken.add("run " + run.id()),
                        root -> taken.add("folder " + root.getFileName()),
                        notice -> taken.add(notice.title() + " " + notice.remedy())));
    }

    @Test
    void aSpecificationIsTakenUp() throws IOException {
        files().take(Files.writeString(folder.resolve("a.json"), "{}"));
        assertThat(taken).containsExactly("specification a.json");
    }

    @Test
    void aRunOfTheShownFolderIsSelectedAndTheFolderOfAnotherIsOpened() throws IOException {
        files().take(new FakeRuns(folder.resolve("runs")).finished("1", "here").path());
        files().take(new FakeRuns(folder.resolve("others"))
                .finished("2", "there")
                .path());
        assertThat(taken).containsExactly("run 1", "folder others");
    }

    @Test
    void aFolderOfRunsIsOpened() throws IOException {
        files().take(Files.createDirectory(folder.resolve("more")));
        assertThat(taken).containsExactly("folder more");
    }

    @Test
    void anythingElseIsRefusedInWords() throws IOException {
        files().take(Files.writeString(folder.resolve("picture.png"), ""));
        assertThat(taken)
                .containsExactly(
                        "This can be neither opened nor run. Drop a specification (a .json file), the folder of"
                                + " a run, or a folder of runs.");
    }
}

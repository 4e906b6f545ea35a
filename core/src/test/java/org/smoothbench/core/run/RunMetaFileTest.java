package org.smoothbench.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smoothbench.core.problem.ProblemException;

@SuppressWarnings("NullAway.Init")
final class RunMetaFileTest {

    @TempDir
    Path folder;

    private RunMetaFile file() {
        return new RunMetaFile(new RunDirectory(folder));
    }

    @Test
    void noFileSaysNothing() {
        assertThat(file().read()).isEqualTo(RunMeta.NONE);
    }

    @Test
    void allOfItComesBack() throws IOException {
        RunMeta meta = new RunMeta(
                Optional.of("mein „Lauf“ \\ <1>"),
                List.of("paper", "seed 1"),
                "two\nlines",
                OptionalInt.of(3),
                true,
                Optional.of("Table 1"));
        file().change(_ -> meta);
        assertThat(file().read()).isEqualTo(meta);
        assertThat(folder).isDirectoryNotContaining("glob:**/*.tmp");
    }

    @Test
    void whatIsBlankOrTwiceIsDropped() {
        RunMeta meta = RunMeta.NONE
                .withName("  ")
                .withTags(List.of(" a", "", "b", "a "))
                .withStudy("\t");
        assertThat(meta).isEqualTo(RunMeta.NONE.withTags(List.of("a", "b")));
    }

    @Test
    void aChangeThatChangesNothingWritesNothing() throws IOException {
        file().change(meta -> meta.withArchived(false));
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"name\": 3}",
                "{\"tags\": \"a\"}",
                "{\"tags\": [1]}",
                "{\"colour\": -1}",
                "{\"colour\": 1.5}",
                "{\"colour\": 99999999999}",
                "{\"archived\": \"yes\"}",
                "{\"nam\": \"x\"}",
                "{\"name\": \"x\""
            })
    void whatIsDamagedIsToldAndNeverOverwritten(String text) throws IOException {
        Path path = Files.writeString(folder.resolve("meta.json"), text);
        ProblemException read = catchThrowableOfType(ProblemException.class, () -> file().read());
        assertThat(read.problem().where()).startsWith(path.toString());
        assertThat(read.problem().remedy()).isNotEmpty();
        ProblemException change =
                catchThrowableOfType(ProblemException.class, () -> file().change(meta -> meta.withNotes("new")));
        assertThat(change.problem()).isEqualTo(read.problem());
        assertThat(path).hasContent(text);
    }
}

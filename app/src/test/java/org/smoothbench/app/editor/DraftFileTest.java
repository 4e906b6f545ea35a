package org.smoothbench.app.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.experiment.ExperimentFile;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.schema.SettingTree;

final class DraftFileTest {

    @TempDir
    Path folder;

    private static Draft study() {
        Draft draft = EditorViewModelTest.draft();
        return draft.withTree(draft.tree().with("$.training.epochs", new JsonPrimitive("wrong")))
                .withSeveral("$.runtime.seed", List.of(new JsonPrimitive(0), new JsonPrimitive(1)));
    }

    @Test
    void aDraftComesBackWithMistakesValuesAndOrigin() throws IOException {
        DraftFile file = new DraftFile(folder.resolve("new/draft.json"));
        file.save(study());
        assertThat(file.load()).isEqualTo(new DraftFile.Found(Optional.of(study()), ""));
    }

    @Test
    void nothingIsThereAtFirst() {
        assertThat(new DraftFile(folder.resolve("draft.json")).load())
                .isEqualTo(new DraftFile.Found(Optional.empty(), ""));
    }

    @Test
    void aDamagedDraftIsPutAside() throws IOException {
        Path file = folder.resolve("draft.json");
        for (String text :
                List.of("", "{", "[]", "{\"specification\": 3}", "{\"specification\": {}, \"several\": {}}")) {
            Files.writeString(file, text);
            DraftFile.Found found = new DraftFile(file).load();
            assertThat(found.draft()).as(text).isEmpty();
            assertThat(found.trouble()).as(text).contains("damaged").contains("draft.json.damaged");
            assertThat(file).doesNotExist();
            assertThat(folder.resolve("draft.json.damaged")).hasContent(text);
        }
    }

    @Test
    void aSpecificationFileMayHaveMistakesAndItsPathsBecomeAbsolute() throws IOException {
        Path file = folder.resolve("my.json");
        Files.writeString(file, """
                {"name": "a", "data": {"type": "cifar10-binary", "path": "images"}, "model": "resnet",
                 "training": {"epochs": "x"}}""");
        Draft draft = DraftDocuments.read(file, Origin.Kind.FILE);
        assertThat(draft.tree().entry("$.data.path").map(SettingTree.Entry::value))
                .contains(new JsonPrimitive(folder.resolve("images").toString()));
        assertThat(draft.tree().entry("$.training.epochs").map(SettingTree.Entry::value))
                .contains(new JsonPrimitive("x"));
        assertThat(draft.origin().label()).isEqualTo("file my.json");
    }

    @Test
    void aStudyIsSavedWithItsValuesAndASpecificationAsOne() {
        Path file = folder.resolve("study.json");
        DraftDocuments.write(study(), file);
        assertThat(DraftDocuments.read(file, Origin.Kind.FILE)).isEqualTo(study());
        DraftDocuments.write(EditorViewModelTest.draft(), file);
        assertThat(new ExperimentFile().read(file).name()).isEqualTo("small");
    }

    @Test
    void whatIsNoSpecificationIsRefused() throws IOException {
        Path file = folder.resolve("bad.json");
        Files.writeString(file, "{\n \"a\" }");
        assertThatThrownBy(() -> DraftDocuments.read(file, Origin.Kind.FILE))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("bad.json:2:");
        Files.writeString(file, "{\"specification\": 1}");
        assertThatThrownBy(() -> DraftDocuments.read(file, Origin.Kind.FILE)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> DraftDocuments.write(EditorViewModelTest.draft(), folder.resolve("no/where.json")))
                .isInstanceOf(ProblemException.class);
    }
}

package org.smoothbench.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smoothbench.core.activation.Relu;
import org.smoothbench.core.activation.Silu;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;

/** Settings changed from outside the file, as {@code --set} does. */
final class ChangedSettingTest {

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("x.json"), """
                {"name": "x", "data": {"type": "cifar10-binary", "path": "d"}, "model": "resnet",
                 "training": {"epochs": 90, "method": "adversarial"}}
                """);
    }

    @Test
    void replacesANumber() {
        assertThat(changed("training.epochs", "3").training().epochs()).isEqualTo(3);
    }

    @Test
    void reachesIntoAVariantWrittenByItsBareName() {
        assertThat(changed("training.method.attack.steps", "7").training().method())
                .isEqualTo(new TrainingMethod.Adversarial(new PgdSpec(8, 2, 7, true)));
        assertThat(changed("model.width", "9").model()).isEqualTo(new ResNetSpec(18, 9, new Relu()));
    }

    @Test
    void makesASectionThatWasLeftOut() {
        assertThat(changed("evaluation.attack.epsilon", "0.5")
                        .evaluation()
                        .attack()
                        .epsilon())
                .isEqualTo(0.5);
        assertThat(changed("runtime.seed", "42").runtime().seed()).isEqualTo(42);
    }

    @Test
    void takesWhatIsNoJsonAsText() {
        assertThat(changed("runtime.device", "gpu:3").runtime().device()).isEqualTo("gpu:3");
        assertThat(changed("runtime.device", "\"gpu:3\"").runtime().device()).isEqualTo("gpu:3");
        assertThat(changed("model.activation", "silu").model().activation()).isEqualTo(new Silu());
        assertThat(changed("name", "a b").name()).isEqualTo("a b");
        assertThat(changed("name", "").name()).isEmpty();
        assertThat(changed("data.path", "/else").data()).isEqualTo(new DataSpec.Cifar10Binary("/else"));
    }

    @Test
    void takesListsAndObjects() {
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put("training.schedule", "{\"type\": \"step\", \"milestones\": [1]}");
        changes.put("training.schedule.milestones", "[30, 60]");
        assertThat(new ExperimentFile().read(file, changes).training().schedule())
                .isEqualTo(new Schedule.Step(List.of(30.0, 60.0), 0.1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        training.epochs        | three | $.training.epochs     | found "three"
        training.epochs        | -1    | $.training.epochs     | found -1
        training.epoch         | 3     | $.training.epoch      | did you mean "epochs"?
        trainig.epochs         | 3     | $.trainig             | did you mean "training"?
        training.method        | fgsm  | $.training.method     | found "fgsm"
        model                  | {}    | $.model.type          | found nothing
        """)
    void showsAViolationWithItsPath(String path, String value, String where, String what) {
        Problem problem = problemOf(path, value);
        assertThat(problem.where()).isEqualTo(file + " " + where);
        assertThat(problem.what()).contains(what);
    }

    @ParameterizedTest
    @CsvSource({"'', 3", "training.epochs.more, 3", "' ', 3"})
    void refusesAPathThatLeadsNowhere(String path, String value) {
        Problem problem = problemOf(path, value);
        assertThat(problem.where()).isEqualTo("--set");
        assertThat(problem.what()).isEqualTo("\"" + path + "\" leads to no setting");
        assertThat(problem.remedy()).contains("training.epochs=3");
    }

    private Experiment changed(String path, String value) {
        return new ExperimentFile().read(file, Map.of(path, value));
    }

    private Problem problemOf(String path, String value) {
        ProblemException thrown = catchThrowableOfType(
                ProblemException.class, () -> new ExperimentFile().read(file, Map.of(path, value)));
        assertThat(thrown).isNotNull();
        assertThat(thrown.problem()).isInstanceOf(Problem.Specification.class);
        return thrown.problem();
    }
}

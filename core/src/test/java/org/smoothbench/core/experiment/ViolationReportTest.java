package org.smoothbench.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;

/** What a person reads who wrote a setting that cannot be. */
final class ViolationReportTest {

    private static final String VALID = """
            {"schema": 1, "name": "x", "data": {"type": "cifar10-binary", "path": "d"},
             "model": {"type": "resnet", "depth": 8, "width": 8, "activation": "relu"},
             "training": {"epochs": 1, "batchSize": 100,
                          "method": {"type": "adversarial", "attack": {"epsilon": 8, "stepSize": 8, "steps": 1}},
                          "schedule": {"type": "step", "milestones": [1, 2]}},
             "evaluation": {"attack": {"steps": 1}},
             "runtime": {"device": "cpu", "threads": 1, "seed": 0}}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        $.training.epochs                 | -1                   | a whole number from 1 to 100000 (epochs) | -1
        $.training.epochs                 | 2.5                  | a whole number from 1 to 100000 (epochs) | 2.5
        $.training.epochs                 | "3"                  | a whole number from 1 to 100000 (epochs) | "3"
        $.training.epochs                 | null                 | a whole number from 1 to 100000 (epochs) | null
        $.training.epochs                 | 1e99                 | a whole number from 1 to 100000 (epochs) | 1e99
        $.training.epochs                 | 1e99999999           | a whole number from 1 to 100000 (epochs) | 1e99999999
        $.training.batchSize              | 1                    | a whole number from 2 to 65536 (images)  | 1
        $.training.optimizer.learningRate | 1001                 | a number from 0 to 1000                  | 1001
        $.training.optimizer.momentun     | 0.9                  | one of the keys learningRate, momentum, weightDecay | the unknown key "momentun" (did you mean "momentum"?)
        $.training.method                 | "trades"             | one of adversarial, standard             | "trades"
        $.training.method.attack.epsilon  | 256                  | a number from 0 to 255 (1/255)           | 256
        $.training.method.attack.steps    | 0                    | a whole number from 1 to 10000 (steps)   | 0
        $.training.schedule               | "cosine"             | one of constant, step                    | "cosine"
        $.training.schedule.milestones    | 30                   | a list                                   | 30
        $.training.schedule.milestones    | [30, 30]             | rising numbers                           | [30.0, 30.0]
        $.training.schedule.factor        | 1.5                  | a number from 0 to 1                     | 1.5
        $.schema                          | 2                    | one of 1                                 | 2
        $.name                            | 7                    | a text                                   | 7
        $.data                            | null                 | one of cifar10-binary, image-folder      | null
        $.data                            | "cifar10"            | one of cifar10-binary, image-folder      | "cifar10"
        $.model                           | "resnt"              | one of resnet                            | "resnt" (did you mean "resnet"?)
        $.model.depth                     | 50                   | one of 8, 18                             | 50
        $.model.activation                | "ReLU"               | one of celu, elu, gelu, leaky-relu, mish, parametric-softplus, pssilu, relu, silu, smooth-relu, softplus, swish | "ReLU" (did you mean "relu"?)
        $.training                        | []                   | an object                                | a list
        $.evaluation                      | 5                    | an object                                | 5
        $.evaluation.attack.randomStart   | "yes"                | true or false                            | "yes"
        $.runtime.device                  | "cuda"               | auto, cpu or gpu:N                       | "cuda"
        $.runtime.seed                    | 2147483648           | a whole number from 0 to 2147483647      | 2147483648
        $.runtime.sead                    | 1                    | one of the keys device, threads, seed    | the unknown key "sead" (did you mean "seed"?)
        $.trainin                         | {}                   | one of the keys schema, name, data, model, training, evaluation, runtime | the unknown key "trainin" (did you mean "training"?)
        """)
    void namesThePathTheExpectedAndTheFound(String path, String value, String expected, String found)
            throws IOException {
        assertProblem(with(path, value), path, "expected " + expected + ", found " + found);
    }

    @Test
    void namesTheElementOfAList() throws IOException {
        assertProblem(
                with("$.training.schedule.milestones", "[30, \"sixty\", 90]"),
                "$.training.schedule.milestones[1]",
                "expected a number from 0 to 100000 (epochs), found \"sixty\"");
        assertProblem(
                with("$.data", "{\"type\": \"image-folder\", \"train\": [\"a\"], \"test\": [\"b\", 1]}"),
                "$.data.test[1]",
                "expected a text, found 1");
        assertProblem(
                with("$.data", "{\"type\": \"image-folder\", \"train\": [], \"test\": [\"b\"]}"),
                "$.data.train",
                "expected at least one folder or zip file, found an empty list");
    }

    @Test
    void namesWhatIsMissing() throws IOException {
        JsonObject tree = JsonParser.parseString(VALID).getAsJsonObject();
        tree.getAsJsonObject("training").remove("epochs");
        assertProblem(
                tree.toString(),
                "$.training.epochs",
                "expected a value: Passes over the training images, found nothing");
        tree.remove("training");
        assertProblem(tree.toString(), "$.training", "expected a value: How the network is trained, found nothing");
        assertProblem(
                with("$.data", "{\"path\": \"d\"}"),
                "$.data.type",
                "expected one of cifar10-binary, image-folder, found nothing");
    }

    @Test
    void countsFurtherViolations() throws IOException {
        JsonObject tree =
                JsonParser.parseString(with("$.training.epochs", "-1")).getAsJsonObject();
        tree.addProperty("colour", "red");
        tree.getAsJsonObject("runtime").addProperty("threads", -4);
        assertProblem(tree.toString(), "$.colour", "the unknown key \"colour\" (and 2 more)");
    }

    @Test
    void refusesAPathNoFileCanHave() throws IOException {
        assertProblem(with("$.data.path", "\"a\\u0000b\""), "$.data.path", "found \"a\\u0000b\"");
    }

    private void assertProblem(String text, String path, String what) throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), text);
        ProblemException thrown =
                catchThrowableOfType(ProblemException.class, () -> new ExperimentFile().read(file, Map.of()));
        assertThat(thrown).isNotNull();
        assertThat(thrown.problem()).isInstanceOf(Problem.Specification.class);
        assertThat(thrown.problem().where()).isEqualTo(file + " " + path);
        assertThat(thrown.problem().what()).contains(what);
        assertThat(thrown.problem().exitCode()).isEqualTo(2);
        assertThat(thrown.problem().line())
                .startsWith(file + " " + path + ": expected ")
                .doesNotContain("\n");
    }

    private static String with(String path, String value) {
        JsonObject tree = JsonParser.parseString(VALID).getAsJsonObject();
        String[] keys = path.substring(2).split("\\.", -1);
        JsonObject target = tree;
        for (int i = 0; i < keys.length - 1; i++) {
            if (!target.has(keys[i])) {
                target.add(keys[i], new JsonObject());
            }
            target = target.getAsJsonObject(keys[i]);
        }
        target.add(keys[keys.length - 1], JsonParser.parseString(value));
        return tree.toString();
    }
}

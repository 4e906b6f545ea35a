package org.smoothbench.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smoothbench.core.schema.RecordReader;
import org.smoothbench.core.schema.RecordWriter;
import org.smoothbench.core.schema.SettingTree;
import org.smoothbench.core.schema.SettingTree.Entry;
import org.smoothbench.core.schema.ValueKind;

final class SettingTreeTest {

    private static final String MINIMAL = """
            {"name": "a", "data": {"type": "idx", "path": "p"}, "model": "resnet", "training": {"epochs": 3}}""";

    private static SettingTree tree(String json) {
        return new SettingTree(Experiment.class, JsonParser.parseString(json).getAsJsonObject());
    }

    private static JsonElement json(String text) {
        return JsonParser.parseString(text);
    }

    private static JsonElement value(SettingTree tree, String path) {
        return tree.entry(path).orElseThrow().value();
    }

    @Test
    void settingsLeftOutHaveTheirUsualValues() {
        SettingTree tree = tree(MINIMAL);
        assertThat(value(tree, "$.training.batchSize")).isEqualTo(json("128"));
        assertThat(tree.entry("$.training.batchSize").orElseThrow().given()).isNull();
        assertThat(value(tree, "$.model.activation")).isEqualTo(json("\"relu\""));
        assertThat(value(tree, "$.training.method.attack.epsilon")).isEqualTo(json("8"));
    }

    @Test
    void theUsualValueOfAGroupCountsBeforeThoseOfItsSettings() {
        SettingTree tree = tree(MINIMAL);
        // The inner maximisation is one step of 8 as a whole; a group that is begun has steps of 2.
        assertThat(value(tree, "$.training.method.attack.stepSize")).isEqualTo(json("8"));
        SettingTree begun = tree.with("$.training.method", json("{\"type\": \"adversarial\", \"attack\": {}}"));
        assertThat(value(begun, "$.training.method.attack.stepSize")).isEqualTo(json("2"));
    }

    @Test
    void anEditChangesNothingElse() {
        SettingTree tree = tree(MINIMAL);
        SettingTree edited = tree.with("$.training.method.attack.epsilon", json("4"));
        assertThat(edited.json().getAsJsonObject("training").get("method"))
                .isEqualTo(json(
                        "{\"type\": \"adversarial\", \"attack\": {\"epsilon\": 4, \"stepSize\": 8, \"steps\": 1}}"));
        assertThat(edited.differencesFrom(tree))
                .extracting(SettingTree.Difference::path, SettingTree.Difference::there)
                .containsExactly(tuple("$.training.method.attack.epsilon", json("8")));
        assertThat(tree.json()).isEqualTo(json(MINIMAL));
    }

    @Test
    void aSettingLeftOutAgainHasItsUsualValue() {
        SettingTree tree = tree(MINIMAL).with("$.training.batchSize", json("64"));
        assertThat(tree.without("$.training.batchSize")).isEqualTo(tree(MINIMAL));
        assertThat(tree.without("$.training.labelSmoothing")).isSameAs(tree);
    }

    @Test
    void anotherAlternativeKeepsWhatBothHave() {
        SettingTree tree = tree(MINIMAL)
                .with("$.model.activation", json("\"silu\""))
                .with("$.model.depth", json("50"))
                .with("$.model.groups", json("32"));
        SettingTree wide = tree.withAlternative("$.model", "wide-resnet");
        assertThat(wide.json().get("model"))
                .isEqualTo(json("{\"type\": \"wide-resnet\", \"depth\": 50, \"activation\": \"silu\"}"));
        assertThat(tree.withAlternative("$.model", "small-cnn").json().get("model"))
                .isEqualTo(json("{\"type\": \"small-cnn\", \"activation\": \"silu\"}"));
        assertThat(tree(MINIMAL)
                        .withAlternative("$.training.method", "standard")
                        .json()
                        .getAsJsonObject("training")
                        .get("method"))
                .isEqualTo(json("\"standard\""));
    }

    @Test
    void differencesTellOfAnAlternativeOnce() {
        SettingTree tree = tree(MINIMAL);
        SettingTree other = tree.withAlternative("$.training.schedule", "cosine");
        assertThat(other.differencesFrom(tree))
                .extracting(SettingTree.Difference::path)
                .containsExactly("$.training.schedule");
    }

    @Test
    void numbersOfOneValueDoNotDiffer() {
        assertThat(tree(MINIMAL)
                        .with("$.training.optimizer.learningRate", json("1e-1"))
                        .differencesFrom(tree(MINIMAL)))
                .isEmpty();
    }

    @Test
    void wrongValuesStayInTheTree() {
        SettingTree tree = tree(MINIMAL).with("$.training.epochs", new JsonPrimitive("0,1"));
        assertThat(value(tree, "$.training.epochs")).isEqualTo(json("\"0,1\""));
        RecordReader reader = new RecordReader();
        assertThat(reader.read(Experiment.class, tree.json(), "$")).isNull();
        assertThat(reader.violations())
                .extracting(violation -> violation.path())
                .containsExactly("$.training.epochs");
        assertThat(tree(MINIMAL).with("$.training", json("5")).entry("$.training.epochs"))
                .isEmpty();
    }

    /** Every setting with every alternative can be edited to its own value without changing what is read. */
    @Test
    void everySettingOfEveryAlternativeRoundTrips() {
        SettingTree start = tree(MINIMAL);
        for (Entry entry : start.entries()) {
            if (entry.kind() instanceof ValueKind.Family family) {
                family.names().forEach(name -> roundTrips(start.withAlternative(entry.path(), name)));
            }
        }
        roundTrips(start);
    }

    private static void roundTrips(SettingTree tree) {
        @org.jspecify.annotations.Nullable
        Experiment read = new RecordReader().read(Experiment.class, tree.json(), "$");
        if (read == null) {
            // An alternative with settings that must be given.
            return;
        }
        SettingTree whole =
                new SettingTree(Experiment.class, new RecordWriter().write(read).getAsJsonObject());
        assertThat(whole.differencesFrom(tree)).isEmpty();
        assertThat(paths(whole)).isEqualTo(paths(tree));
        for (Entry entry : tree.entries()) {
            SettingTree edited = tree.with(entry.path(), entry.value());
            assertThat(new RecordReader().read(Experiment.class, edited.json(), "$"))
                    .as(entry.path())
                    .isEqualTo(read);
        }
    }

    private static List<String> paths(SettingTree tree) {
        return tree.entries().stream().map(Entry::path).toList();
    }
}

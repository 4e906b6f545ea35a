package org.smoothbench.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.schema.SettingTree;
import org.smoothbench.core.schema.ValueKind;
import org.smoothbench.viz.formula.FormulaView;

final class EditorViewModelTest {

    private final EditorViewModel model = new EditorViewModel(draft());

    /** A small experiment without mistakes. */
    static Draft draft() {
        return Draft.of(new Origin(
                Origin.Kind.SAMPLE,
                "small",
                new SettingTree(Experiment.class, JsonParser.parseString("""
                                        {"name": "small", "data": {"type": "idx", "path": "/images"},
                                         "model": {"type": "resnet", "depth": 8, "width": 8, "activation": "silu"},
                                         "training": {"epochs": 3, "optimizer": {"learningRate": 0.1}}}""").getAsJsonObject())));
    }

    static JsonElement json(String text) {
        return JsonParser.parseString(text);
    }

    private FieldState field(String path) {
        return model.formProperty().get().field(path).orElseThrow();
    }

    private JsonElement value(String path) {
        return field(path).entry().value();
    }

    @Test
    void everySettingOfEveryAlternativeHasWordsAndAFormulaThatCanBeSet() {
        SettingTree start = model.draft().tree();
        for (SettingTree.Entry family : start.entries()) {
            if (family.kind() instanceof ValueKind.Family kind) {
                for (String name : kind.names()) {
                    start.withAlternative(family.path(), name).entries().forEach(EditorViewModelTest::requireExplained);
                }
            }
        }
    }

    private static void requireExplained(SettingTree.Entry entry) {
        assertThat(FieldWords.label(entry.path())).as(entry.path()).matches("[A-Z].*");
        assertThat(entry.field().setting().help()).as(entry.path()).isNotBlank();
        String formula = entry.field().setting().formula();
        if (!formula.isEmpty()) {
            assertThat(FormulaView.canSet(formula))
                    .as(entry.path() + " " + formula)
                    .isTrue();
        }
    }

    @Test
    void whatIsTypedWrongStaysInTheTreeAndIsSaidAtTheField() {
        String path = "$.training.optimizer.learningRate";
        model.set(path, Typed.value(new ValueKind.Numeric(false), "0,5"));
        assertThat(value(path)).isEqualTo(new JsonPrimitive("0,5"));
        assertThat(field(path).error())
                .isEqualTo("Expected a number from 0 to 1000, found \"0,5\"; decimals are written with a point, 0.5");
        assertThat(model.formProperty().get().check().passed()).isFalse();
        model.set(path, Typed.value(new ValueKind.Numeric(false), "0.5"));
        assertThat(model.formProperty().get().check().passed()).isTrue();
    }

    @Test
    void whatDoesNotGoTogetherIsSaidAtTheFieldAtFault() {
        model.set("$.training.optimizer.momentum", json("0"));
        model.set("$.training.optimizer.nesterov", json("true"));
        assertThat(field("$.training.optimizer.nesterov").error()).startsWith("Expected false, since there is no");
        assertThat(model.formProperty().get().errors(Section.OPTIMISER)).isEqualTo(1);
    }

    @Test
    void anElementOfAListIsSaidAtTheList() {
        model.choose("$.training.schedule", "step");
        model.set("$.training.schedule.milestones", json("[1, \"x\"]"));
        assertThat(field("$.training.schedule.milestones").error()).endsWith("found \"x\"");
    }

    @Test
    void whatBelongsNowhereIsSaidAll() {
        model.typed(json("{\"nme\": 1}").getAsJsonObject());
        assertThat(model.formProperty().get().check().others())
                .singleElement()
                .asString()
                .contains("$.nme")
                .contains("did you mean \"name\"");
        assertThat(field("$.name").error()).contains("nothing");
    }

    @Test
    void typingIsOneStepBack() {
        for (String text : List.of("4", "40", "400")) {
            model.set("$.training.epochs", json(text));
        }
        model.seal();
        model.set("$.training.epochs", json("41"));
        model.set("$.training.batchSize", json("64"));
        model.undo();
        assertThat(value("$.training.batchSize")).isEqualTo(json("128"));
        model.undo();
        assertThat(value("$.training.epochs")).isEqualTo(json("400"));
        model.undo();
        assertThat(value("$.training.epochs")).isEqualTo(json("3"));
        assertThat(model.canUndoProperty().get()).isFalse();
        model.redo();
        model.redo();
        assertThat(value("$.training.epochs")).isEqualTo(json("41"));
        model.set("$.training.epochs", json("7"));
        assertThat(model.canRedoProperty().get()).isFalse();
    }

    @Test
    void settingsThatDifferAreCountedAndComeBack() {
        model.set("$.training.optimizer.learningRate", json("0.2"));
        model.choose("$.training.schedule", "cosine");
        assertThat(model.formProperty().get().differing()).isEqualTo(2);
        assertThat(field("$.training.optimizer.learningRate").base()).contains(json("0.1"));
        model.reset("$.training.optimizer.learningRate");
        model.reset("$.training.schedule");
        assertThat(model.formProperty().get().differing()).isZero();
        assertThat(model.draft()).isEqualTo(draft());
    }

    @Test
    void anotherNameIsNoDifference() {
        model.set("$.name", json("\"other\""));
        assertThat(model.formProperty().get().differing()).isZero();
        model.set("$.training.epochs", json("9"));
        model.resetAll();
        assertThat(value("$.name")).isEqualTo(json("\"other\""));
        assertThat(value("$.training.epochs")).isEqualTo(json("3"));
    }

    @Test
    void severalValuesBeginWithTheOneThereIsAndFollowIt() {
        model.toggleSeveral("$.model.activation");
        model.setSeveral("$.model.activation", List.of(json("\"swish\""), json("\"relu\"")));
        model.set("$.model.activation.beta", json("2"));
        assertThat(model.draft().several().get("$.model.activation"))
                .containsExactly(json("{\"type\": \"swish\", \"beta\": 2}"), json("\"relu\""));
        assertThat(field("$.model.activation.beta").canVary()).isFalse();
        assertThat(model.draft().sweep().members())
                .extracting(member -> member.name())
                .containsExactly("small-swish", "small-relu");
        model.toggleSeveral("$.model.activation");
        assertThat(model.draft().several()).isEmpty();
        assertThat(value("$.model.activation")).isEqualTo(json("{\"type\": \"swish\", \"beta\": 2}"));
    }

    @Test
    void eachOfSeveralValuesIsChecked() {
        model.toggleSeveral("$.training.epochs");
        model.setSeveral("$.training.epochs", List.of(json("3"), json("0")));
        assertThat(field("$.training.epochs").error()).startsWith("With 0: expected a whole number");
        model.setSeveral("$.training.epochs", List.of());
        assertThat(field("$.training.epochs").error()).isEqualTo("Expected at least one value, found none");
    }

    @Test
    void valuesOfWhatIsGoneAreGone() {
        model.toggleSeveral("$.model.depth");
        model.choose("$.model", "small-cnn");
        assertThat(model.draft().several()).isEmpty();
        model.undo();
        assertThat(model.draft().several()).containsKey("$.model.depth");
    }

    @Test
    void tooManyRunsAreRefusedInWords() {
        List<JsonElement> many = IntStream.range(0, 201)
                .<JsonElement>mapToObj(JsonPrimitive::new)
                .toList();
        model.toggleSeveral("$.runtime.seed");
        model.setSeveral("$.runtime.seed", many);
        assertThat(model.formProperty().get().check().others())
                .containsExactly("The values make 201 runs, which is more than 200; take some out.");
    }

    @Test
    void whatIsLeftOutHasItsDefaultAgain() {
        model.set("$.training.batchSize", json("64"));
        model.leaveOut("$.training.batchSize");
        assertThat(model.draft()).isEqualTo(draft());
    }
}

package org.smoothbench.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonPrimitive;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonTextViewModelTest {

    private final EditorViewModel model = new EditorViewModel(EditorViewModelTest.draft());
    private final JsonTextViewModel text = new JsonTextViewModel(model);

    @Test
    void theTextFollowsTheForm() {
        model.set("$.training.epochs", new JsonPrimitive("abc"));
        assertThat(text.textProperty().get()).contains("\"epochs\": \"abc\"");
        assertThat(text.remarksProperty().get()).singleElement().satisfies(remark -> {
            assertThat(remark.text()).startsWith("$.training.epochs: expected");
            assertThat(text.textProperty().get().lines().toList().get(remark.line() - 1))
                    .contains("\"epochs\"");
        });
    }

    @Test
    void theFormFollowsTheText() {
        text.textProperty().set(text.textProperty().get().replace("\"epochs\": 3", "\"epochs\":   7"));
        assertThat(text.faultProperty().get()).isEmpty();
        assertThat(model.formProperty()
                        .get()
                        .field("$.training.epochs")
                        .orElseThrow()
                        .entry()
                        .value())
                .isEqualTo(new JsonPrimitive(7));
        // What is typed stays as it is typed.
        assertThat(text.textProperty().get()).contains("\"epochs\":   7");
    }

    @Test
    void brokenTextSaysWhereAndLeavesTheFormAlone() {
        Draft before = model.draft();
        text.textProperty().set("{\n  \"name\": \"a\",\n  \"data\": }");
        assertThat(text.faultProperty().get()).startsWith("Line 3, column ");
        assertThat(model.draft()).isEqualTo(before);
        text.textProperty().set("[]");
        assertThat(text.faultProperty().get()).contains("begins with {");
        text.textProperty().set("");
        assertThat(text.faultProperty().get()).contains("nothing is there");
        model.set("$.training.epochs", new JsonPrimitive(4));
        assertThat(text.faultProperty().get()).isEmpty();
        assertThat(text.textProperty().get()).contains("\"epochs\": 4");
    }

    @Test
    void aKeyGivenTwiceIsRefused() {
        text.textProperty().set("{\"name\": \"a\", \"name\": \"b\"}");
        assertThat(text.faultProperty().get()).contains("the key \"name\" is given twice");
    }

    @Test
    void everyValueHasItsLine() {
        Map<String, Integer> lines = JsonPlaces.of("""
                {
                  "a": {"b": [1,
                    2, {"c": "x, y: {"}]},
                  "d": "\\"q",
                  "e": true
                }""");
        assertThat(lines)
                .containsEntry("$.a", 2)
                .containsEntry("$.a.b[0]", 2)
                .containsEntry("$.a.b[1]", 3)
                .containsEntry("$.a.b[2].c", 3)
                .containsEntry("$.d", 4)
                .containsEntry("$.e", 5);
        assertThat(JsonPlaces.line(lines, "$.a.b[2].z")).isEqualTo(3);
        assertThat(JsonPlaces.line(lines, "$.zzz")).isEqualTo(1);
    }
}

package org.smoothbench.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smoothbench.core.schema.RecordReader;
import org.smoothbench.core.schema.SettingTree;

final class SweepTest {

    private static final SettingTree BASE =
            new SettingTree(Experiment.class, JsonParser.parseString("""
                            {"name": "a", "data": {"type": "idx", "path": "p"}, "model": "resnet",
                             "training": {"epochs": 3}}""").getAsJsonObject());

    private static List<JsonElement> values(String... json) {
        return List.of(json).stream().map(JsonParser::parseString).toList();
    }

    @Test
    void theProductNamesItsRunsByTheirValues() {
        Map<String, List<JsonElement>> varied = new LinkedHashMap<>();
        varied.put("$.model.activation", values("\"relu\"", "{\"type\": \"swish\", \"beta\": 2}"));
        varied.put("$.runtime.seed", values("0", "1"));
        Sweep sweep = new Sweep(BASE, varied);
        assertThat(sweep.count()).isEqualTo(4);
        assertThat(sweep.names()).containsExactly("a-relu-s0", "a-relu-s1", "a-swish-s0", "a-swish-s1");
        assertThat(sweep.members()).extracting(Sweep.Member::name).isEqualTo(sweep.names());
        for (Sweep.Member member : sweep.members()) {
            Experiment read =
                    new RecordReader().read(Experiment.class, member.tree().json(), "$");
            assertThat(read).isNotNull().extracting(Experiment::name).isEqualTo(member.name());
        }
    }

    @Test
    void oneSpecificationIsItsOwnProduct() {
        Sweep sweep = new Sweep(BASE, Map.of());
        assertThat(sweep.members())
                .singleElement()
                .extracting(Sweep.Member::tree)
                .isEqualTo(BASE);
    }

    @Test
    void runsThatWouldShareANameAreNumbered() {
        Sweep sweep = new Sweep(
                BASE,
                Map.of(
                        "$.model.activation",
                        values("{\"type\": \"swish\", \"beta\": 1}", "{\"type\": \"swish\", \"beta\": 2}")));
        assertThat(sweep.members()).extracting(Sweep.Member::name).containsExactly("a-swish", "a-swish-2");
    }

    @Test
    void sillySizesAreRefused() {
        Map<String, List<JsonElement>> varied = new LinkedHashMap<>();
        List<JsonElement> many = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            many.add(new JsonPrimitive(i));
        }
        varied.put("$.runtime.seed", many);
        varied.put("$.split.seed", many);
        Sweep sweep = new Sweep(BASE, varied);
        assertThat(sweep.count()).isEqualTo(225);
        assertThatIllegalStateException().isThrownBy(sweep::members);
    }

    @Test
    void aSettingWithoutValuesMakesNoRun() {
        assertThat(new Sweep(BASE, Map.of("$.runtime.seed", List.of())).count()).isZero();
    }

    @Test
    void valuesBecomeShortPartsOfNames() {
        assertThat(Sweep.label("$.training.epochs", new JsonPrimitive(10))).isEqualTo("epochs10");
        assertThat(Sweep.label("$.data.path", new JsonPrimitive("/data/cifar-10/")))
                .isEqualTo("cifar-10");
        assertThat(Sweep.label("$.augmentation.flip", new JsonPrimitive(false))).isEqualTo("no-flip");
        assertThat(Sweep.label("$.runtime.device", new JsonPrimitive("gpu:1"))).isEqualTo("gpu_1");
    }
}

package org.smoothbench.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.activation.Silu;
import org.smoothbench.core.doctor.ActivationCost;
import org.smoothbench.core.experiment.RuntimeSpec;

/** The table of activations. */
class ActivationsCommandTest {

    @Test
    void listsEveryKindWithItsSmoothness() {
        String table = Terminal.type("activations").success();
        assertThat(table.lines()).hasSize(1 + Activation.class.getPermittedSubclasses().length);
        assertThat(table).contains("relu", "C0", "smooth-relu", "C1", "parametric-softplus", "C∞");
    }

    @Test
    void theJsonNamesWhatASpecificationTakes() {
        JsonArray array = JsonParser.parseString(
                        Terminal.type("activations", "--json").success())
                .getAsJsonArray();
        List<String> names = new ArrayList<>();
        for (JsonElement element : array) {
            names.add(element.getAsJsonObject().get("name").getAsString());
            assertThat(element.getAsJsonObject().get("formula").getAsString()).isNotBlank();
            assertThat(element.getAsJsonObject().has("timesRelu")).isFalse();
        }
        assertThat(names).contains("relu", "silu", "smooth-relu", "pssilu").doesNotHaveDuplicates();
    }

    @Test
    void costsAreMeasuredAgainstRelu() {
        // Two rounds on a machine that does other things: only that there are figures can be asserted.
        Map<Activation, ActivationCost> costs =
                ActivationCost.measure(List.of(new Silu()), new RuntimeSpec("cpu", 1, 0), 2);
        assertThat(costs).containsOnlyKeys(new Silu());
        assertThat(costs.values())
                .allSatisfy(cost -> assertThat(cost.timesRelu()).isPositive().isFinite());
    }
}

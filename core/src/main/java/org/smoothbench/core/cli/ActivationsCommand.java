package org.smoothbench.core.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.doctor.ActivationCost;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.schema.Variant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code activations}: what there is to choose from, and what it costs here. */
@Command(
        name = "activations",
        description = "List the activation functions, how smooth they are and, if asked, what they cost here.",
        mixinStandardHelpOptions = true)
final class ActivationsCommand implements Callable<Integer> {

    private static final int ROUNDS = 25;

    @Option(
            names = "--cost",
            description = "Time a forward and a backward pass of each against ReLU, on the device a run would take.")
    private boolean cost;

    @Option(names = "--json", description = "Print a JSON array instead of a table.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Activation> activations = Activation.usual();
        Map<Activation, ActivationCost> costs =
                cost ? ActivationCost.measure(activations, new RuntimeSpec("auto", 0, 0), ROUNDS) : Map.of();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonArray array = new JsonArray();
            activations.forEach(activation -> array.add(describe(activation, costs.get(activation))));
            out.println(new GsonBuilder()
                    .setPrettyPrinting()
                    .disableHtmlEscaping()
                    .create()
                    .toJson(array));
        } else {
            out.print(table(activations, costs));
        }
        out.flush();
        return 0;
    }

    private TextTable table(List<Activation> activations, Map<Activation, ActivationCost> costs) {
        TextTable table = cost
                ? new TextTable("name", "smooth", "x ReLU", "ms", "formula")
                : new TextTable("name", "smooth", "formula");
        for (Activation activation : activations) {
            Variant variant = variant(activation);
            ActivationCost measured = costs.get(activation);
            if (measured == null) {
                table.add(variant.value(), smoothness(activation), variant.help());
            } else {
                table.add(
                        variant.value(),
                        smoothness(activation),
                        String.format(Locale.ROOT, "%.1f", measured.timesRelu()),
                        String.format(Locale.ROOT, "%.1f", measured.milliseconds()),
                        variant.help());
            }
        }
        return table;
    }

    private static JsonObject describe(Activation activation, @Nullable ActivationCost measured) {
        JsonObject object = new JsonObject();
        object.addProperty("name", variant(activation).value());
        object.addProperty("label", activation.label());
        object.addProperty("description", variant(activation).help());
        object.addProperty("formula", activation.formula());
        object.addProperty("smoothness", smoothness(activation));
        if (measured != null) {
            object.addProperty("milliseconds", measured.milliseconds());
            object.addProperty("timesRelu", measured.timesRelu());
        }
        return object;
    }

    private static Variant variant(Activation activation) {
        return Objects.requireNonNull(activation.getClass().getAnnotation(Variant.class));
    }

    private static String smoothness(Activation activation) {
        return switch (activation.smoothness()) {
            case C0 -> "C0";
            case C1 -> "C1";
            case C_INFINITY -> "C∞";
        };
    }
}

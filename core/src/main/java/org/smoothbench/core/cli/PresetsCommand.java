package org.smoothbench.core.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.preset.Preset;
import org.smoothbench.core.preset.Presets;
import org.smoothbench.core.preset.Scale;
import org.smoothbench.core.preset.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code presets}: the paper's experiments, by study. */
@Command(
        name = "presets",
        description = "List the paper's experiments, each as published and in smaller forms.",
        mixinStandardHelpOptions = true,
        subcommands = {PresetsShowCommand.class, PresetsDescribeCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  smoothbench presets --scale small",
            "  smoothbench presets describe table1-both-sample",
            "  smoothbench presets show table1-both-sample > my.json",
            "  smoothbench train --preset table1-both-sample"
        })
final class PresetsCommand implements Callable<Integer> {

    @Option(
            names = "--scale",
            paramLabel = "SCALE",
            description =
                    "Only these: full (as in the paper), small (minutes on CIFAR-10) or sample (seconds on the sample images).")
    private @Nullable ScaleName scale;

    @Option(names = "--json", description = "Print a JSON array instead of text.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** The scales as they are typed. */
    enum ScaleName {
        full(Scale.FULL),
        small(Scale.SMALL),
        sample(Scale.SAMPLE);

        private final Scale scale;

        ScaleName(Scale scale) {
            this.scale = scale;
        }

        Scale scale() {
            return scale;
        }
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Study> studies = new Presets().studies();
        if (json) {
            JsonArray array = new JsonArray();
            studies.forEach(study -> array.add(json(study)));
            out.println(new GsonBuilder()
                    .setPrettyPrinting()
                    .disableHtmlEscaping()
                    .create()
                    .toJson(array));
        } else {
            studies.forEach(study -> print(study, out));
            out.println("Train one with: smoothbench train --preset NAME [--data FOLDER]");
            out.println("See how one differs from the paper with: smoothbench presets describe NAME");
        }
        out.flush();
        return 0;
    }

    private List<Preset> chosen(Study study) {
        return scale == null ? study.presets() : study.at(scale.scale());
    }

    private void print(Study study, PrintWriter out) {
        out.println(study.name() + ": " + study.title() + " (" + study.place() + ")");
        boolean published = scale == null || scale.scale() == Scale.FULL;
        TextTable table = new TextTable("  preset", "scale", "what", published ? "the paper reports" : "");
        for (Preset preset : chosen(study)) {
            table.add(
                    "  " + preset.name(),
                    preset.scale().label(),
                    preset.description(),
                    preset.scale() == Scale.FULL ? preset.published().text() : "");
        }
        out.println(table);
    }

    private JsonObject json(Study study) {
        JsonObject object = new JsonObject();
        object.addProperty("name", study.name());
        object.addProperty("title", study.title());
        object.addProperty("place", study.place());
        JsonArray presets = new JsonArray();
        chosen(study).forEach(preset -> presets.add(json(preset)));
        object.add("presets", presets);
        return object;
    }

    private static JsonObject json(Preset preset) {
        JsonObject object = new JsonObject();
        object.addProperty("name", preset.name());
        object.addProperty("scale", preset.scale().label());
        object.addProperty("description", preset.description());
        object.addProperty("images", preset.images().label());
        JsonObject published = new JsonObject();
        preset.published().accuracy().ifPresent(value -> published.addProperty("accuracy", value));
        preset.published().robustness().ifPresent(value -> published.addProperty("robustness", value));
        published.addProperty("conditions", preset.published().conditions());
        object.add("published", published);
        JsonArray differences = new JsonArray();
        preset.differences().forEach(differences::add);
        object.add("differences", differences);
        return object;
    }
}

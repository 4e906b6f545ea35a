package org.smoothbench.core.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.smoothbench.core.preset.Preset;
import org.smoothbench.core.preset.Presets;
import org.smoothbench.core.preset.Scale;
import org.smoothbench.core.preset.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code presets describe NAME}: a preset in words, above all how it differs from the paper. */
@Command(
        name = "describe",
        description = "Say what a preset is, what the paper reports of it, and how it differs from the paper.",
        mixinStandardHelpOptions = true)
final class PresetsDescribeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "A preset.")
    private String name;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Presets presets = new Presets();
        Preset preset = presets.require(name);
        PrintWriter out = spec.commandLine().getOut();
        out.println(preset.name() + ": " + preset.description());
        presets.studies().stream()
                .filter(study -> study.presets().contains(preset))
                .forEach(study -> out.println("  of " + place(study)));
        out.println("  scale: " + preset.scale().label() + ", " + preset.scale().summary());
        out.println("  images: " + preset.images().label());
        String published = preset.published().text();
        if (!published.isEmpty()) {
            String caution = preset.scale() == Scale.FULL ? "" : "; this is another experiment";
            out.println("  the paper reports: " + published + caution);
        }
        out.println("  differs from the paper:");
        preset.differences().forEach(difference -> out.println("  - " + difference));
        out.flush();
        return 0;
    }

    private static String place(Study study) {
        return study.name() + ", " + study.title() + " (" + study.place() + ")";
    }
}

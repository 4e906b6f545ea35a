package org.smoothbench.core.cli;

import com.google.gson.GsonBuilder;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.smoothbench.core.doctor.Check;
import org.smoothbench.core.doctor.Doctor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code doctor}: what is there, what is wrong, and how to mend it. */
@Command(
        name = "doctor",
        description =
                "Look at Java, JavaFX, DJL, libtorch, devices, threads and folders, and say how to mend what is wrong.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    @Mixin
    private RunsOption runs = new RunsOption();

    @Option(names = "--json", description = "Print a JSON array instead of text.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Check> checks = new Doctor(runs.library().root()).examine();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new GsonBuilder().setPrettyPrinting().create().toJson(checks));
        } else {
            checks.forEach(check -> print(check, out));
        }
        out.flush();
        return checks.stream().anyMatch(c -> c.verdict() == Check.Verdict.WRONG) ? 2 : 0;
    }

    private static void print(Check check, PrintWriter out) {
        String mark = switch (check.verdict()) {
            case OK -> "ok   ";
            case NOTE -> "note ";
            case WRONG -> "WRONG";
        };
        out.printf("%s  %-17s %s%n", mark, check.name(), check.finding());
        if (!check.remedy().isEmpty()) {
            out.printf("       %-17s -> %s%n", "", check.remedy());
        }
    }
}

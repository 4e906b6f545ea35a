package org.smoothbench.core.launch;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.ExperimentFile;
import org.smoothbench.core.problem.Problem;

/** Measures what an experiment costs in a process of its own, which can be ended at any time. Safe for any thread. */
public final class CostProcess implements CostMeter {

    private static final long LAST_WORDS_SECONDS = 5;

    private @Nullable Process process;
    private boolean cancelled;

    @Override
    public Optional<Cost> measure(Experiment experiment) {
        try {
            Path file = Files.createTempFile("smoothbench-estimate", ".json");
            try {
                Files.writeString(file, new ExperimentFile().write(experiment));
                return run(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new Problem.RunFailure(
                            "the measuring process could not be started: " + e.getMessage(),
                            "",
                            "see that memory and disk are left")
                    .asException(e);
        }
    }

    private Optional<Cost> run(Path specification) throws IOException {
        Path faults = Files.createTempFile("smoothbench-estimate", ".log");
        try {
            Optional<Process> started = start(specification, faults);
            if (started.isEmpty()) {
                return Optional.empty();
            }
            Process now = started.get();
            String out;
            try (BufferedReader reader = now.inputReader()) {
                out = reader.readAllAsString();
            }
            int code = now.waitFor();
            return cancelled() ? Optional.empty() : Optional.of(read(code, out, faults));
        } catch (InterruptedException _) {
            cancel();
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            Files.deleteIfExists(faults);
        }
    }

    private static Cost read(int code, String out, Path faults) throws IOException {
        if (code == 0) {
            try {
                return new Gson().fromJson(out, Cost.class);
            } catch (JsonParseException e) {
                throw new Problem.Internal("the measuring process printed no cost", "", "").asException(e);
            }
        }
        String said = Files.readAllLines(faults).stream()
                .filter(line -> line.startsWith("smoothbench: "))
                .map(line -> line.substring("smoothbench: ".length()))
                .findFirst()
                .orElse("it ended with exit code " + code);
        throw new Problem.RunFailure("the cost could not be measured: " + said, "", "").asException();
    }

    private synchronized Optional<Process> start(Path specification, Path faults) throws IOException {
        if (cancelled) {
            return Optional.empty();
        }
        ProcessBuilder builder = new ProcessBuilder(command(specification)).redirectError(faults.toFile());
        builder.environment().put("OPT_OUT_TRACKING", "true");
        Process now = builder.start();
        process = now;
        return Optional.of(now);
    }

    private static List<String> command(Path specification) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-Djava.awt.headless=true");
        String home = System.getProperty("smoothbench.home");
        if (home != null) {
            command.add("-Dsmoothbench.home=" + home);
        }
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.addAll(List.of("org.smoothbench.core.cli.Main", "estimate", specification.toString(), "--json"));
        return command;
    }

    private synchronized boolean cancelled() {
        return cancelled;
    }

    @Override
    public void cancel() {
        Process now;
        synchronized (this) {
            cancelled = true;
            now = process;
        }
        if (now == null) {
            return;
        }
        now.destroy();
        try {
            if (!now.waitFor(LAST_WORDS_SECONDS, TimeUnit.SECONDS)) {
                now.destroyForcibly();
            }
        } catch (InterruptedException _) {
            now.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

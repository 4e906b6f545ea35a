package org.smoothbench.core.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.PlaneSpec;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.run.RunDirectory;

/** Computes a landscape of one run in a process of its own, which can be ended at any time. Safe for any thread. */
public final class LandscapeProcess {

    private static final String MAIN = "org.smoothbench.core.cli.Main";
    private static final long LAST_WORDS_SECONDS = 5;
    private static final String FAULT = "smoothbench: ";

    private final LandscapeStudy.Wanted model;
    private final Optional<RunDirectory> other;
    private final LandscapeSpec spec;
    private @Nullable Process process;
    private boolean cancelled;

    /**
     * A process that has not begun.
     *
     * @param other the run of the second model, where the plane has one
     */
    public LandscapeProcess(LandscapeStudy.Wanted model, Optional<RunDirectory> other, LandscapeSpec spec) {
        this.model = model;
        this.other = other;
        this.spec = spec;
    }

    /**
     * Computes, and waits for it. What is done stays in the run's folder, however it ends.
     *
     * @param told hears how far it is
     * @throws org.smoothbench.core.problem.ProblemException if it could not be computed
     * @throws CancellationException if it was cancelled
     */
    public void run(Consumer<StudyStep> told) {
        try {
            Process now = start();
            List<String> said = new ArrayList<>();
            try (BufferedReader reader = now.inputReader()) {
                reader.lines().forEach(line -> StudyStep.read(line).ifPresentOrElse(told, () -> said.add(line)));
            }
            int code = now.waitFor();
            if (cancelled()) {
                throw new CancellationException();
            }
            if (code != 0) {
                throw failure(code, said);
            }
        } catch (IOException | UncheckedIOException e) {
            if (cancelled()) {
                throw (CancellationException) new CancellationException().initCause(e);
            }
            throw new Problem.RunFailure(
                            "the computing process could not be run: " + e.getMessage(),
                            model.run().path().toString(),
                            "see that memory and disk are left")
                    .asException(e);
        } catch (InterruptedException _) {
            cancel();
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private RuntimeException failure(int code, List<String> said) {
        String why = said.stream()
                .filter(line -> line.startsWith(FAULT))
                .map(line -> line.substring(FAULT.length()))
                .findFirst()
                .orElse("it ended with exit code " + code);
        return new Problem.RunFailure(
                        "the landscape could not be computed: " + why,
                        model.run().path().toString(),
                        "")
                .asException();
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command()).redirectErrorStream(true);
        builder.environment().put("OPT_OUT_TRACKING", "true");
        synchronized (this) {
            if (cancelled) {
                throw new CancellationException();
            }
            Process started = builder.start();
            process = started;
            return started;
        }
    }

    private List<String> command() {
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
        command.add(MAIN);
        command.addAll(arguments());
        return command;
    }

    /** What is typed to have the same in a terminal. */
    List<String> arguments() {
        Path parent = model.run().path().getParent();
        List<String> arguments =
                new ArrayList<>(List.of("landscape", model.run().id()));
        if (parent != null) {
            arguments.addAll(List.of("--runs", parent.toString()));
        }
        arguments.addAll(List.of("--checkpoint", model.averaged() ? "ema" : model.checkpoint()));
        switch (spec.plane()) {
            case PlaneSpec.AdversarialRandom plane ->
                arguments.addAll(List.of(
                        "--plane",
                        "adversarial-random",
                        "--direction",
                        plane.direction().slug()));
            case PlaneSpec.AdversarialOrthogonal plane ->
                arguments.addAll(List.of(
                        "--plane",
                        "adversarial-orthogonal",
                        "--direction",
                        plane.direction().slug(),
                        "--second",
                        plane.second().slug()));
            case PlaneSpec.AdversarialOther plane -> {
                arguments.addAll(List.of(
                        "--plane",
                        "adversarial-other",
                        "--direction",
                        plane.direction().slug()));
                other.ifPresent(run -> arguments.addAll(List.of("--other", run.id())));
            }
            case PlaneSpec.RandomRandom _ -> arguments.addAll(List.of("--plane", "random-random"));
            case PlaneSpec.Filters plane ->
                arguments.addAll(
                        List.of("--plane", "weights", "--attack-steps", Integer.toString(plane.attackSteps())));
            case PlaneSpec.Line plane -> {
                other.ifPresent(
                        run -> arguments.add(1 + arguments.indexOf(model.run().id()), run.id()));
                arguments.addAll(List.of("--plane", "line", "--attack-steps", Integer.toString(plane.attackSteps())));
            }
        }
        arguments.addAll(List.of(
                "--eps",
                String.format(Locale.ROOT, "%s", spec.epsilon()),
                "--grid",
                Integer.toString(spec.grid()),
                "--range",
                Double.toString(spec.range()),
                "--image",
                Integer.toString(spec.image()),
                "--images",
                Integer.toString(spec.images()),
                "--seed",
                Long.toString(spec.seed()),
                "--progress"));
        if (!spec.clip()) {
            arguments.add("--no-clip");
        }
        return arguments;
    }

    private synchronized boolean cancelled() {
        return cancelled;
    }

    /** Ends it. */
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

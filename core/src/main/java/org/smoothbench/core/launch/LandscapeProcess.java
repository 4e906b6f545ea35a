package org.smoothbench.core.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.PlaneSpec;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.run.RunDirectory;

/** Computes a landscape of one run in a process of its own, which can be ended at any time. Safe for any thread. */
public final class LandscapeProcess {

    private final LandscapeStudy.Wanted model;
    private final Optional<RunDirectory> other;
    private final LandscapeSpec spec;
    private final CommandProcess process = new CommandProcess();

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
        CommandProcess.Ended ended;
        try {
            ended = process.run(arguments(), line -> StudyStep.read(line).ifPresent(told))
                    .orElseThrow(CancellationException::new);
        } catch (IOException e) {
            throw failure(
                            "the computing process could not be run: " + e.getMessage(),
                            "see that memory and disk are left")
                    .asException(e);
        }
        if (ended.code() != 0) {
            throw failure("the landscape could not be computed: " + ended.fault(), "")
                    .asException();
        }
    }

    private Problem failure(String what, String remedy) {
        return new Problem.RunFailure(what, model.run().path().toString(), remedy);
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

    /** Ends it. */
    public void cancel() {
        process.cancel();
    }
}

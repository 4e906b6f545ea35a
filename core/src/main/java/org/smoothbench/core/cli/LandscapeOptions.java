package org.smoothbench.core.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.landscape.DirectionSpec;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.PlaneSpec;
import org.smoothbench.core.launch.LandscapeStudy;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.schema.InvalidSettingException;
import org.smoothbench.core.schema.NearestName;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which landscapes of which runs are computed, and where they go. */
final class LandscapeOptions {

    private static final Pattern STEPS = Pattern.compile("(pgd|apgd)-(\\d{1,5})");

    private static final List<String> PLANES = List.of(
            "adversarial-random", "adversarial-orthogonal", "adversarial-other", "random-random", "weights", "line");

    @Mixin
    private ComparedRuns runs = new ComparedRuns();

    @Option(
            names = "--plane",
            paramLabel = "PLANE",
            defaultValue = "adversarial-random",
            description = "What the landscape is drawn over; default: adversarial-random.")
    private String plane = "adversarial-random";

    @Option(
            names = "--direction",
            paramLabel = "DIRECTION",
            defaultValue = "pgd-10",
            description = "The attack that gives the first direction; default: pgd-10.")
    private String direction = "pgd-10";

    @Option(
            names = "--second",
            paramLabel = "DIRECTION",
            description =
                    "With adversarial-orthogonal, the attack that gives the second direction; default: the first's.")
    private @Nullable String second;

    @Option(
            names = "--other",
            paramLabel = "RUN",
            description = "With adversarial-other, the other model; default: the next of the runs.")
    private @Nullable String other;

    @Option(
            names = "--attack-steps",
            paramLabel = "N",
            defaultValue = "0",
            description = "Over weights, steps of an attack on every image at every vertex; default: 0, clean images.")
    private int attackSteps;

    @Option(
            names = "--grid",
            paramLabel = "N",
            description = "Vertices along each axis, an odd number; default: 41, or 21 over weights.")
    private @Nullable Integer grid;

    @Option(
            names = "--range",
            paramLabel = "R",
            description = "How far the axes reach: in budgets, default 2; in lengths of the filters, default 1; for a "
                    + "line from 1 - R to R, default 1.25.")
    private @Nullable Double range;

    @Option(
            names = "--image",
            paramLabel = "I",
            defaultValue = "0",
            description = "Which test image, counted from 0; default: 0.")
    private int image;

    @Option(
            names = "--images",
            paramLabel = "N",
            description = "So many test images instead, spread evenly over the set; default: 1, or 256 over weights.")
    private @Nullable Integer images;

    @Option(names = "--no-clip", description = "Let pixels leave [0, 1].")
    private boolean free;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "0",
            description = "Images at a time; changes no result beyond rounding; default: 256, fewer large ones.")
    private int batch;

    @Option(names = "--out", paramLabel = "DIR", description = "The folder for landscapes; else each run's own.")
    private @Nullable Path out;

    @Option(names = "--progress", hidden = true, description = "Tell how far it is, line by line, for programs.")
    private boolean progress;

    List<LandscapeStudy.Wanted> models() throws IOException {
        return runs.all().stream().map(this::wanted).toList();
    }

    private LandscapeStudy.Wanted wanted(RunDirectory run) {
        CheckpointOption weights = runs.checkpoint();
        return new LandscapeStudy.Wanted(run, weights.name(), weights.averaged());
    }

    Optional<LandscapeStudy.Wanted> other() throws IOException {
        return other == null ? Optional.empty() : Optional.of(wanted(runs.find(other)));
    }

    /**
     * What is computed.
     *
     * @throws ProblemException if it cannot be meant
     */
    LandscapeSpec specification() throws IOException {
        PlaneSpec over = plane();
        LandscapeSpec usual = LandscapeSpec.usual(over);
        int size = grid == null ? usual.grid() : grid;
        if (size < LandscapeSpec.FEWEST || size > LandscapeSpec.MOST) {
            throw mistaken(
                    size + " vertices along an axis are not from " + LandscapeSpec.FEWEST + " to " + LandscapeSpec.MOST,
                    "--grid",
                    "take 41 for a look, 101 for a picture");
        }
        double reach = range == null ? usual.range() : range;
        if (!(reach >= 0.01) || reach > 1000) {
            throw mistaken("a range of " + reach + " is not from 0.01 to 1000", "--range", "take 2 budgets");
        }
        try {
            return new LandscapeSpec(
                    over,
                    budget(),
                    size,
                    reach,
                    Positive.orZero("--image", image),
                    images == null ? usual.images() : Positive.number("--images", images),
                    !free,
                    runs.seed());
        } catch (InvalidSettingException e) {
            throw new Problem.Usage(String.valueOf(e.getMessage()), "--plane " + plane, "give other numbers")
                    .asException(e);
        }
    }

    private double budget() throws IOException {
        return switch (runs.threat()) {
            case ThreatModel.Linf(double epsilon) -> epsilon;
            case ThreatModel.L2 _ ->
                throw mistaken("axes of landscapes are in budgets of the L-infinity norm", "--norm", "leave it out");
        };
    }

    private PlaneSpec plane() throws IOException {
        return switch (plane) {
            case "adversarial-random" -> new PlaneSpec.AdversarialRandom(direction(direction, "--direction"));
            case "adversarial-orthogonal" ->
                new PlaneSpec.AdversarialOrthogonal(
                        direction(direction, "--direction"),
                        direction(second == null ? direction : second, "--second"));
            case "adversarial-other" ->
                new PlaneSpec.AdversarialOther(
                        direction(direction, "--direction"),
                        other().map(wanted -> wanted.run().id()).orElse(""));
            case "random-random" -> new PlaneSpec.RandomRandom();
            case "weights" -> new PlaneSpec.Filters(steps());
            case "line" -> new PlaneSpec.Line(steps());
            default ->
                throw mistaken(
                        "there is no plane \"" + plane + "\"" + NearestName.hint(plane, PLANES),
                        "--plane",
                        "take one of " + String.join(", ", PLANES));
        };
    }

    private int steps() {
        if (attackSteps > 100) {
            throw mistaken(attackSteps + " steps at every vertex are too many", "--attack-steps", "take at most 100");
        }
        return Positive.orZero("--attack-steps", attackSteps);
    }

    private static DirectionSpec direction(String text, String option) {
        Matcher steps = STEPS.matcher(text);
        if (text.equals("sign")) {
            return new DirectionSpec.Sign();
        }
        if (text.equals("apgd")) {
            return new DirectionSpec.Apgd(50);
        }
        int count = steps.matches() ? Integer.parseInt(steps.group(2)) : 0;
        if (count < 1 || count > 10000) {
            throw mistaken(
                    "there is no direction \"" + text + "\"", option, "take sign, pgd-N, apgd or apgd-N, as in pgd-10");
        }
        return steps.group(1).equals("pgd") ? new DirectionSpec.Pgd(count) : new DirectionSpec.Apgd(count);
    }

    private static ProblemException mistaken(String what, String where, String remedy) {
        return new Problem.Usage(what, where, remedy).asException();
    }

    RuntimeSpec runtime() throws IOException {
        return runs.runtime();
    }

    int batch() {
        return Positive.orZero("--batch", batch);
    }

    boolean progress() {
        return progress;
    }

    boolean json() {
        return runs.json();
    }

    /** Where landscapes go instead of the runs' folders. */
    Optional<Path> out() {
        return Optional.ofNullable(out);
    }
}

package org.smoothbench.app.training;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.smoothbench.app.runs.RunNow;
import org.smoothbench.app.wording.AccuracyWords;
import org.smoothbench.app.wording.ProgressWords;
import org.smoothbench.app.wording.StateWords;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.TrainingMethod;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.run.Metric;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunStatus;
import org.smoothbench.core.run.RunSummary;

/**
 * What the page says of a run, without its curves and log.
 *
 * @param runId its folder's name
 * @param name its name, with what tells it apart
 * @param network activation and model
 * @param state its state; empty if it cannot be read
 * @param stateText the state in words
 * @param message what the run says it is doing, while it is active
 * @param progress the share that is done, 0 to 1; negative where no bar is to be shown
 * @param progressText epoch, share and time left
 * @param clean clean accuracy, or a dash
 * @param robust robust accuracy, or a dash
 * @param measured how the accuracies were, or will be, measured
 * @param averaging whether they are those of averaged weights
 * @param facts what else is known, as pairs
 * @param banner why it failed or crashed, or what of its files is missing or damaged
 */
public record RunPage(
        String runId,
        String name,
        String network,
        Optional<RunState> state,
        String stateText,
        String message,
        double progress,
        String progressText,
        String clean,
        String robust,
        String measured,
        boolean averaging,
        List<Fact> facts,
        Optional<Banner> banner) {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    /**
     * One thing known of a run.
     *
     * @param label what it is
     * @param value the value, with its unit
     */
    public record Fact(String label, String value) {}

    /**
     * Why a run ended before its time, or what of its files is missing or damaged.
     *
     * @param title that it did, with what it or the process table said; or that they are
     * @param troubles what is wrong, the worst first
     */
    public record Banner(String title, List<Trouble> troubles) {

        public Banner {
            troubles = List.copyOf(troubles);
        }
    }

    /**
     * One thing that is wrong.
     *
     * @param what what it is; empty for a run that ended, as the title says it
     * @param where the file, with the place in it where that is known; may be empty
     * @param remedy what to do
     */
    public record Trouble(String what, String where, String remedy) {}

    public RunPage {
        facts = List.copyOf(facts);
    }

    /** Whether so little can be read that there is nothing to say of network, training and accuracy. */
    boolean unreadable() {
        return facts.isEmpty() && measured.isEmpty();
    }

    /** The page of a run. */
    public static RunPage of(RunNow now) {
        RunSummary run = now.summary();
        Optional<RunStatus> status = run.status();
        boolean running = run.state()
                .filter(s -> s == RunState.RUNNING || s == RunState.PAUSED)
                .isPresent();
        return new RunPage(
                run.id(),
                now.title(),
                run.experiment()
                        .map(e -> e.model().activation().label() + " · "
                                + e.model().label())
                        .orElse("The specification in this folder cannot be read."),
                run.state(),
                StateWords.of(run, now.stopping()),
                run.active() ? status.map(RunStatus::message).orElse("") : "",
                running ? status.map(s -> s.progress().fraction()).orElse(-1.0) : -1,
                running ? status.map(s -> ProgressWords.of(s.progress())).orElse("") : "",
                accuracy(run, Metric.CLEAN_ACCURACY),
                accuracy(run, Metric.ROBUST_ACCURACY),
                run.experiment().map(e -> measured(run, e)).orElse(""),
                run.experiment()
                        .filter(e -> !AccuracyWords.averaged(e).isEmpty())
                        .isPresent(),
                facts(run),
                banner(run));
    }

    private static String accuracy(RunSummary run, Metric metric) {
        return run.lastEvaluation()
                .map(e -> AccuracyWords.percent(e.value(metric)))
                .orElse("–");
    }

    private static String measured(RunSummary run, Experiment experiment) {
        String with = AccuracyWords.measuredWith(experiment, run.lastEvaluation());
        return run.lastEvaluation()
                .map(e -> "Evaluated " + AccuracyWords.moment(e) + " with " + with)
                .orElse((run.active() ? "To be evaluated with " : "Never evaluated; was to be with ") + with);
    }

    private static List<Fact> facts(RunSummary run) {
        List<Fact> facts = new ArrayList<>();
        run.experiment().ifPresent(experiment -> {
            facts.add(new Fact("Adversary", adversary(experiment.training().method())));
            facts.add(new Fact("Training", training(experiment)));
        });
        run.status().ifPresent(status -> {
            String unknown = run.active() ? "not known yet" : "none was used";
            facts.add(new Fact("Device", status.device().isEmpty() ? unknown : status.device()));
            facts.add(new Fact("Time", times(status)));
        });
        return facts;
    }

    private static String adversary(TrainingMethod method) {
        return switch (method) {
            case TrainingMethod.Adversarial adversarial -> adversarial.attack().label();
            case TrainingMethod.Fast _, TrainingMethod.Free _, TrainingMethod.Trades _ -> method.label();
            case TrainingMethod.Standard _ -> "none: standard training on clean images";
        };
    }

    private static String training(Experiment experiment) {
        return "%d epochs, batches of %d, seed %d"
                .formatted(
                        experiment.training().epochs(),
                        experiment.training().batchSize(),
                        experiment.runtime().seed());
    }

    private static String times(RunStatus status) {
        if (status.startedMillis() == 0) {
            return "created " + moment(status.createdMillis());
        }
        String ended = status.endedMillis() == 0 ? "" : " – ended " + moment(status.endedMillis());
        return "started " + moment(status.startedMillis()) + ended;
    }

    private static String moment(long millis) {
        return MOMENT.format(Instant.ofEpochMilli(millis));
    }

    private static Optional<Banner> banner(RunSummary run) {
        List<Trouble> troubles = new ArrayList<>();
        ended(run).ifPresent(troubles::add);
        String title = troubles.isEmpty()
                ? "Files of this run are missing or damaged"
                : "This run " + run.state().map(RunState::label).orElse("ended") + ": "
                        + run.status().map(RunStatus::message).orElse("");
        run.problems().stream().map(RunPage::trouble).forEach(troubles::add);
        return troubles.isEmpty() ? Optional.empty() : Optional.of(new Banner(title, troubles));
    }

    private static Optional<Trouble> ended(RunSummary run) {
        return run.state().flatMap(state -> switch (state) {
            case FAILED ->
                Optional.of(new Trouble(
                        "",
                        "",
                        "The end of the log tells more. Once the cause is mended, resume from the last checkpoint or run"
                                + " it again as a new run."));
            case CRASHED ->
                Optional.of(new Trouble(
                        "",
                        "",
                        "Perhaps it was killed, or memory ran out: see the end of the log. Resume goes on from the last"
                                + " checkpoint; run again starts a new run of it."));
            case QUEUED, RUNNING, PAUSED, FINISHED, CANCELLED -> Optional.empty();
        });
    }

    private static Trouble trouble(Problem problem) {
        return new Trouble(sentence(problem.what()), problem.where(), sentence(problem.remedy()) + ".");
    }

    private static String sentence(String clause) {
        boolean beginsWithFile = clause.matches("\\S+\\.\\w+ .*");
        return clause.isEmpty() || beginsWithFile
                ? clause
                : Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
    }
}

package org.smoothbench.app.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smoothbench.app.follow.RunFeed;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.ExperimentFile;
import org.smoothbench.core.launch.RunStopper;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.RunDirectory;

/** What can be done with runs. Called on the FX thread; files and processes are dealt with elsewhere. */
public final class RunCommands {

    private static final Logger LOG = LoggerFactory.getLogger(RunCommands.class);

    private final RunListViewModel list;
    private final NoticeViewModel notices;
    private final StartRuns starts;
    private final RunFeed feed;
    private final Executor background;
    private final Executor fxThread;
    private final ReadOnlyStringWrapper starting = new ReadOnlyStringWrapper(this, "starting", "");
    private final ReadOnlyBooleanWrapper canStop = new ReadOnlyBooleanWrapper(this, "canStop");
    private final ReadOnlyBooleanWrapper canRunAgain = new ReadOnlyBooleanWrapper(this, "canRunAgain");

    /** Commands on the runs of a list, which report problems as notices. */
    public RunCommands(
            RunListViewModel list,
            NoticeViewModel notices,
            StartRuns starts,
            RunFeed feed,
            Executor background,
            Executor fxThread) {
        this.list = list;
        this.notices = notices;
        this.starts = starts;
        this.feed = feed;
        this.background = background;
        this.fxThread = fxThread;
        list.selectedNowProperty().subscribe(this::settle);
    }

    /** What is being started, in words; empty while nothing is. */
    public ReadOnlyStringProperty startingProperty() {
        return starting.getReadOnlyProperty();
    }

    /** Whether the selected run can be stopped. */
    public ReadOnlyBooleanProperty canStopProperty() {
        return canStop.getReadOnlyProperty();
    }

    /** Whether the selected run can be started once more. */
    public ReadOnlyBooleanProperty canRunAgainProperty() {
        return canRunAgain.getReadOnlyProperty();
    }

    /** Queues a run of each specification file and selects the first. */
    public void startFiles(List<Path> files) {
        start(files.size() == 1 ? "Starting " + files.getFirst().getFileName() + " …" : "Starting runs …", () -> {
            ExperimentFile reader = new ExperimentFile();
            List<Experiment> experiments = new ArrayList<>();
            files.forEach(file -> experiments.add(reader.read(file)));
            return starts.start(experiments, Optional.empty());
        });
    }

    /** Starts a new run with the specification of the selected one. */
    public void runAgain() {
        list.selected()
                .flatMap(row -> row.now().summary().experiment())
                .ifPresent(experiment -> start(
                        "Starting " + experiment.name() + " …",
                        () -> starts.start(List.of(experiment), Optional.empty())));
    }

    /** Asks the selected run to stop at its next step. */
    public void stop() {
        list.selected().filter(_ -> canStop.get()).ifPresent(this::stop);
    }

    /** Reads the runs folder now. */
    public void refresh() {
        feed.refresh();
    }

    private void stop(RunRowViewModel row) {
        row.stopAsked(true);
        background.execute(() -> {
            try {
                new RunStopper().stop(row.now().summary().directory());
                feed.refresh();
            } catch (ProblemException e) {
                // It ended of itself in the meantime, which the list shows at the next look.
                LOG.info("{}", e.getMessage());
                feed.refresh();
            } catch (IOException e) {
                LOG.warn("Run {} could not be asked to stop", row.id(), e);
                fxThread.execute(() -> {
                    row.stopAsked(false);
                    notices.show(new Notice(
                            "The run could not be asked to stop.",
                            row.now().summary().directory().control().toString(),
                            "See that the folder can be written."));
                });
            }
        });
    }

    /** Something that takes time and ends in new runs. */
    private interface Start {
        List<RunDirectory> run();
    }

    private void start(String what, Start start) {
        starting.set(what);
        notices.dismiss();
        background.execute(() -> {
            try {
                List<RunDirectory> runs = start.run();
                fxThread.execute(() -> started(runs));
            } catch (ProblemException e) {
                LOG.info("Nothing was started: {}", e.getMessage(), e);
                fxThread.execute(() -> refused(Notice.of(e.problem())));
            } catch (RuntimeException e) {
                LOG.error("Nothing was started because of a fault", e);
                fxThread.execute(() -> refused(new Notice(
                        "The run could not be started because of a fault in Smoothbench.", e.toString(), "")));
            }
        });
    }

    private void started(List<RunDirectory> runs) {
        starting.set("");
        if (!runs.isEmpty()) {
            list.select(runs.getFirst().id());
        }
        feed.refresh();
    }

    private void refused(Notice notice) {
        starting.set("");
        notices.show(notice);
        // What was written before the problem must be seen as well.
        feed.refresh();
    }

    private void settle(Optional<RunNow> selected) {
        canStop.set(selected.filter(now -> now.summary().active() && !now.stopping())
                .isPresent());
        canRunAgain.set(selected.flatMap(now -> now.summary().experiment()).isPresent());
    }
}

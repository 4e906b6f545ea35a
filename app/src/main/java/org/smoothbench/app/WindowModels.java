package org.smoothbench.app;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import org.smoothbench.app.charts.ChartsViewModel;
import org.smoothbench.app.compare.CompareViewModel;
import org.smoothbench.app.follow.FollowThread;
import org.smoothbench.app.follow.LatestValue;
import org.smoothbench.app.follow.LibraryFollower;
import org.smoothbench.app.follow.LibrarySnapshot;
import org.smoothbench.app.landscape.FittingMaker;
import org.smoothbench.app.landscape.LandscapeShelf;
import org.smoothbench.app.landscape.LandscapeViewModel;
import org.smoothbench.app.landscape.ProbeMaker;
import org.smoothbench.app.landscape.ProcessMaker;
import org.smoothbench.app.meters.MeterThread;
import org.smoothbench.app.meters.MetersViewModel;
import org.smoothbench.app.notices.EvaluationOutcomes;
import org.smoothbench.app.notices.FolderToast;
import org.smoothbench.app.notices.RunOutcomes;
import org.smoothbench.app.notices.ToastsViewModel;
import org.smoothbench.app.programlog.ProgramLog;
import org.smoothbench.app.programlog.ProgramLogViewModel;
import org.smoothbench.app.queue.QueueCommands;
import org.smoothbench.app.queue.QueueFollower;
import org.smoothbench.app.queue.QueueViewModel;
import org.smoothbench.app.runs.ComparedRuns;
import org.smoothbench.app.runs.DesktopFolder;
import org.smoothbench.app.runs.InOrder;
import org.smoothbench.app.runs.NoticeViewModel;
import org.smoothbench.app.runs.RunColours;
import org.smoothbench.app.runs.RunCommands;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.app.runs.StartRuns;
import org.smoothbench.app.shell.StatusBarViewModel;
import org.smoothbench.app.training.RunPageViewModel;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.launch.RunQueue;
import org.smoothbench.core.probe.ProbeThread;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunReader;
import org.smoothbench.viz.palette.SeriesPalette;

/** What the pages show of the runs, and the threads that read it. Made and used on the FX thread. */
final class WindowModels implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(500);

    /** Training may run beside; threads that wait for each other would then be slower than one. */
    private static final RuntimeSpec PROBE =
            new RuntimeSpec("cpu", Math.clamp(Integer.getInteger("smoothbench.probe.threads", 1), 1, 64), 0);

    final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    final Executor fxThread = Platform::runLater;
    final NoticeViewModel notices = new NoticeViewModel();
    final ToastsViewModel toasts = new ToastsViewModel();
    final FolderToast folderToasts = new FolderToast(new DesktopFolder()::show, toasts, background, fxThread);
    final ComparedRuns compared = new ComparedRuns();
    final RunLibrary library;
    final RunQueue queue;
    final RunListViewModel list;
    final RunPageViewModel page;
    final ChartsViewModel charts;
    final CompareViewModel comparison;
    final LandscapeViewModel landscape;
    final StatusBarViewModel status;
    final QueueViewModel waiting;
    final QueueCommands queueCommands;
    final MetersViewModel meters;
    final ProgramLogViewModel warnings;
    final FollowThread follower;
    final RunCommands commands;
    /** Computes what somebody waits for; costs nothing until it is asked. */
    final ProbeThread probe = new ProbeThread(PROBE);
    /** Changes of run directories, one after the other. */
    final InOrder files = new InOrder(background);

    private final ProgramLog log = new ProgramLog();
    private final RunOutcomes outcomes;
    private final EvaluationOutcomes evaluationOutcomes;
    private final QueueFollower queueFollower;
    private final MeterThread meterThread;
    private final Runnable firstSnapshot;
    private boolean read;

    /**
     * Models of a runs folder; {@link #start} begins to read it.
     *
     * @param selectedRun the run that was selected before
     * @param seen whether anybody can see what is measured of the machine
     * @param firstSnapshot called once the runs have been shown for the first time
     */
    WindowModels(
            RunLibrary library,
            StartRuns starts,
            RunQueue queue,
            Optional<String> selectedRun,
            BooleanSupplier seen,
            Runnable firstSnapshot) {
        this.library = library;
        this.queue = queue;
        this.firstSnapshot = firstSnapshot;
        list = new RunListViewModel(selectedRun);
        page = new RunPageViewModel(list);
        status = new StatusBarViewModel(library.root(), list, WindowModels::heapInUse);
        follower = new FollowThread(
                new LibraryFollower(library, new RunReader()), INTERVAL, new LatestValue<>(fxThread, this::show));
        followSelection(selectedRun);
        new RunColours(list, compared, SeriesPalette.colourBlindSafe().size(), files);
        commands = new RunCommands(list, notices, starts, follower, background, fxThread);
        waiting = new QueueViewModel(list);
        queueFollower = new QueueFollower(queue, INTERVAL, new LatestValue<>(fxThread, waiting::show));
        queueCommands = new QueueCommands(
                library, queue, waiting, list, notices, new InOrder(background), fxThread, this::refresh);
        meters = new MetersViewModel(list);
        meterThread = new MeterThread(meters, fxThread, seen);
        outcomes = new RunOutcomes(toasts, list);
        evaluationOutcomes = new EvaluationOutcomes(toasts, folderToasts, list);
        warnings = new ProgramLogViewModel(log, fxThread);
        charts = new ChartsViewModel(
                list, compared.ids(), row -> row.colourProperty().get(), follower);
        comparison = new CompareViewModel(list, compared.ids());
        ProbeMaker quick = new ProbeMaker(probe);
        landscape = new LandscapeViewModel(
                list,
                compared.ids(),
                new FittingMaker(quick, new ProcessMaker(background)),
                quick,
                new LandscapeShelf(),
                background,
                fxThread);
    }

    private void followSelection(Optional<String> selectedRun) {
        // The first snapshot shall bring the curves with it.
        follower.select(selectedRun);
        list.selectedProperty().subscribe(row -> {
            if (row != null) {
                follower.select(Optional.of(row.id()));
            }
        });
    }

    /** Begins to follow runs, queue and machine. */
    void start() {
        follower.start();
        queueFollower.start();
        meterThread.start();
    }

    private void refresh() {
        follower.refresh();
        queueFollower.refresh();
    }

    private void show(LibrarySnapshot snapshot) {
        // Rather the last known runs than an empty list because of a folder that cannot be read for a moment.
        if (snapshot.trouble().isEmpty()) {
            list.show(snapshot.runs(), snapshot.unread());
            list.folderRead(snapshot.writable());
            waiting.settle();
            outcomes.show(snapshot.runs());
            evaluationOutcomes.show(snapshot.evaluated());
        } else {
            list.trouble(snapshot.trouble());
        }
        list.selected().flatMap(row -> snapshot.detail(row.id())).ifPresent(page::show);
        charts.show(snapshot.details());
        comparison.show(snapshot.details());
        landscape.refreshRuns();
        status.show(snapshot);
        if (!read) {
            read = true;
            firstSnapshot.run();
        }
    }

    /** Ends the threads; runs go on. */
    @Override
    public void close() {
        follower.close();
        queueFollower.close();
        meterThread.close();
        landscape.close();
        probe.close();
        log.close();
        background.shutdown();
        try {
            // A run that is being started gets the time to be whole.
            if (!background.awaitTermination(5, TimeUnit.SECONDS)) {
                background.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static long heapInUse() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}

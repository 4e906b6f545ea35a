package org.smoothbench.core.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.smoothbench.core.launch.LocalLauncher;
import org.smoothbench.core.launch.QueueWorker;
import org.smoothbench.core.launch.RunQueue;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code worker RUN}: does a queued run, then starts the next one of its queue; what the queue and a cluster's job start. */
@Command(name = "worker", description = "Do a queued run, then start the next one.", hidden = true)
final class WorkerCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RUN", description = "A run's directory.")
    private Path run = Path.of("");

    @Option(names = "--next", description = "Only start the next run.")
    private boolean next;

    @Override
    public Integer call() {
        RunDirectory directory = new RunDirectory(run);
        Path root = Optional.ofNullable(directory.path().getParent()).orElse(directory.path());
        QueueWorker worker =
                new QueueWorker(new RunQueue(new RunLibrary(root, Clock.systemUTC()), new LocalLauncher()));
        if (next) {
            worker.startNext();
            return 0;
        }
        return worker.work(directory) ? 0 : 1;
    }
}

package org.smoothbench.core.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.smoothbench.core.launch.QueueWorker;
import org.smoothbench.core.run.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code worker RUN…}: does queued runs one after another; what the window and a cluster's job start. */
@Command(name = "worker", description = "Do queued runs, one after another.", hidden = true)
final class WorkerCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RUN", arity = "1..*", description = "Run directories, queued.")
    private List<Path> runs = new ArrayList<>();

    @Override
    public Integer call() {
        return new QueueWorker(runs.stream().map(RunDirectory::new).toList()).work() ? 0 : 1;
    }
}

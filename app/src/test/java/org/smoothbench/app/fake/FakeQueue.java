package org.smoothbench.app.fake;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import org.smoothbench.core.launch.RunQueue;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.WholeFile;
import org.smoothbench.core.run.WorkerProcess;

/** A queue whose workers are this process, and only say that they are at work. */
public final class FakeQueue {

    private FakeQueue() {}

    public static RunQueue in(Path root) {
        return new RunQueue(new RunLibrary(root, Clock.systemUTC()), (run, _) -> work(root, run));
    }

    private static WorkerProcess work(Path root, RunDirectory run) {
        WorkerProcess self = WorkerProcess.current();
        try {
            WholeFile.replace(run.launch(), new Gson().toJson(self));
            new FakeRuns(root).status(run, RunState.RUNNING, self, "training");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return self;
    }
}

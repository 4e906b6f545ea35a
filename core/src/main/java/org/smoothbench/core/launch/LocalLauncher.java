package org.smoothbench.core.launch;

import com.google.gson.Gson;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.WholeFile;
import org.smoothbench.core.run.WorkerProcess;

/**
 * Starts workers on this machine, with the Java and the class path this process runs on. What a worker prints goes to its
 * run's {@code log.txt}; it lives on when this process ends, however it ends. Safe for any thread.
 *
 * <p>Where there is a shell, it stays as the worker's parent: of the two it is the one that a crash in native code or the
 * system's out-of-memory killer does not take along, and it then starts what waits behind the run.
 */
public final class LocalLauncher implements WorkerLauncher {

    /** Tells a worker that has a share of the processors how many there are. */
    private static final String PROCESSORS = "smoothbench.processors";

    /**
     * Signals ignored here stay ignored in what is started: Ctrl+C in the window's terminal must not reach it. A worker
     * that ended well has started its successor, and one that was told to end shall have none.
     */
    private static final String SHELL =
            "trap '' INT HUP; \"$@\"; code=$?; case $code in 0|129|130|143) exit $code;; esac; exec \"$@\" --next";

    @Override
    public WorkerProcess start(RunDirectory run, int share) {
        try {
            List<String> arguments = List.of("worker", run.path().toString());
            ProcessBuilder builder = CommandProcess.builder(shell(), options(share), arguments)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(nullDevice()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(run.log().toFile()));
            settle(builder.environment(), share);
            WorkerProcess worker = WorkerProcess.of(builder.start().toHandle());
            WholeFile.replace(run.launch(), new Gson().toJson(worker));
            return worker;
        } catch (IOException e) {
            throw new Problem.RunFailure(
                            "no worker process could be started: " + e.getMessage(),
                            run.path().toString(),
                            "see that memory and disk are left, then start it again")
                    .asException(e);
        }
    }

    private static void settle(Map<String, String> environment, int share) {
        if (System.getProperty(PROCESSORS) != null) {
            // This process had a share of the machine, which its successor need not have.
            environment.remove("GOMP_SPINCOUNT");
        }
        if (share > 1) {
            // libgomp's busy waiting makes runs side by side slow each other down threefold.
            environment.put("GOMP_SPINCOUNT", "1000");
        }
    }

    private static List<String> shell() {
        return File.separatorChar == '/' ? List.of("/bin/sh", "-c", SHELL, "worker") : List.of();
    }

    private static List<String> options(int share) {
        if (share <= 1) {
            return List.of();
        }
        int all = Integer.getInteger(PROCESSORS, Runtime.getRuntime().availableProcessors());
        return List.of("-D" + PROCESSORS + "=" + all, "-XX:ActiveProcessorCount=" + Math.max(1, all / share));
    }

    private static File nullDevice() {
        return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
    }
}

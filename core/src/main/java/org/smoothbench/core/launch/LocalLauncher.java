package org.smoothbench.core.launch;

import com.google.gson.Gson;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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

    private static final String WORKER_MAIN = "org.smoothbench.core.cli.Main";

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
            ProcessBuilder builder = new ProcessBuilder(command(run, share))
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
        environment.put("OPT_OUT_TRACKING", "true");
        if (System.getProperty(PROCESSORS) != null) {
            // This process had a share of the machine, which its successor need not have.
            environment.remove("GOMP_SPINCOUNT");
        }
        if (share > 1) {
            // libgomp's busy waiting makes runs side by side slow each other down threefold.
            environment.put("GOMP_SPINCOUNT", "1000");
        }
    }

    private static List<String> command(RunDirectory run, int share) {
        List<String> command = new ArrayList<>();
        if (File.separatorChar == '/') {
            command.addAll(List.of("/bin/sh", "-c", SHELL, "worker"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-Djava.awt.headless=true");
        if (share > 1) {
            int all = Integer.getInteger(PROCESSORS, Runtime.getRuntime().availableProcessors());
            command.add("-D" + PROCESSORS + "=" + all);
            command.add("-XX:ActiveProcessorCount=" + Math.max(1, all / share));
        }
        String home = System.getProperty("smoothbench.home");
        if (home != null) {
            command.add("-Dsmoothbench.home=" + home);
        }
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(WORKER_MAIN);
        command.addAll(List.of("worker", run.path().toString()));
        return command;
    }

    private static File nullDevice() {
        return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
    }
}

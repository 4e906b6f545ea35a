package org.smoothbench.core.launch;

import com.google.gson.Gson;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.WholeFile;
import org.smoothbench.core.run.WorkerProcess;

/** Starts a worker on this machine, with the Java and the class path this process runs on. Safe for any thread. */
public final class LocalLauncher {

    private static final String WORKER_MAIN = "org.smoothbench.core.cli.Main";

    /**
     * Starts a worker that does queued runs one after another, and returns at once. What it prints goes to the first
     * run's {@code log.txt}; it lives on when this process ends, however it ends.
     *
     * @return the worker
     * @throws org.smoothbench.core.problem.ProblemException if no process can be started
     */
    public WorkerProcess start(List<RunDirectory> runs) {
        RunDirectory first = runs.getFirst();
        try {
            ProcessBuilder builder = new ProcessBuilder(command(runs))
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(nullDevice()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(first.log().toFile()));
            builder.environment().put("OPT_OUT_TRACKING", "true");
            WorkerProcess worker = WorkerProcess.of(builder.start().toHandle());
            for (RunDirectory run : runs) {
                WholeFile.replace(run.launch(), new Gson().toJson(worker));
            }
            return worker;
        } catch (IOException e) {
            throw new Problem.RunFailure(
                            "no worker process could be started: " + e.getMessage(),
                            first.path().toString(),
                            "see that memory and disk are left, then start it again")
                    .asException(e);
        }
    }

    private static List<String> command(List<RunDirectory> runs) {
        List<String> command = new ArrayList<>();
        if (File.separatorChar == '/') {
            // Signals ignored here stay ignored in what is executed: Ctrl+C in the window's terminal must not reach it.
            command.addAll(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "worker"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-Djava.awt.headless=true");
        String home = System.getProperty("smoothbench.home");
        if (home != null) {
            command.add("-Dsmoothbench.home=" + home);
        }
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(WORKER_MAIN);
        command.add("worker");
        runs.forEach(run -> command.add(run.path().toString()));
        return command;
    }

    private static File nullDevice() {
        return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
    }
}

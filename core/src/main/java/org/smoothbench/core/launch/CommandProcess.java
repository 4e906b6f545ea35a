package org.smoothbench.core.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A command of this program in a process of its own, with the Java and the class path this process runs on; once, and it can
 * be ended at any time. Safe for any thread.
 */
final class CommandProcess {

    private static final String MAIN = "org.smoothbench.core.cli.Main";
    private static final long LAST_WORDS_SECONDS = 5;
    private static final String FAULT = "smoothbench: ";

    private @Nullable Process process;
    private boolean cancelled;

    /**
     * How it ended by itself.
     *
     * @param code its exit code
     * @param out all that it printed on its output stream
     * @param fault what went wrong, in its own words where it had some; meaningless after exit code 0
     */
    record Ended(int code, String out, String fault) {}

    /**
     * What starts such a process.
     *
     * @param before a program that starts Java, with its arguments; empty if there is none
     * @param options of the Java virtual machine besides the usual ones
     * @param arguments what is typed after the program's name
     */
    static ProcessBuilder builder(List<String> before, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-Djava.awt.headless=true");
        command.addAll(options);
        String home = System.getProperty("smoothbench.home");
        if (home != null) {
            command.add("-Dsmoothbench.home=" + home);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("OPT_OUT_TRACKING", "true");
        return builder;
    }

    /**
     * Runs it, and waits for its end.
     *
     * @param arguments what is typed after the program's name
     * @param told hears each line of its error stream, on this thread
     * @return how it ended; empty if it was cancelled, or this thread interrupted
     * @throws IOException if it could not be started or listened to
     */
    Optional<Ended> run(List<String> arguments, Consumer<String> told) throws IOException {
        try {
            Optional<Process> started = start(arguments);
            return started.isEmpty() ? Optional.empty() : ending(started.get(), told);
        } catch (IOException | UncheckedIOException e) {
            if (cancelled()) {
                return Optional.empty();
            }
            throw e instanceof UncheckedIOException unchecked ? unchecked.getCause() : (IOException) e;
        } catch (InterruptedException _) {
            cancel();
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private synchronized Optional<Process> start(List<String> arguments) throws IOException {
        if (cancelled) {
            return Optional.empty();
        }
        Process started = builder(List.of(), List.of(), arguments).start();
        process = started;
        return Optional.of(started);
    }

    private Optional<Ended> ending(Process now, Consumer<String> told) throws IOException, InterruptedException {
        // Both streams are drained at once: a process waits when one of them is full.
        FutureTask<String> out = new FutureTask<>(() -> {
            try (BufferedReader reader = now.inputReader()) {
                return reader.readAllAsString();
            }
        });
        Thread.startVirtualThread(out);
        List<String> faults = new ArrayList<>();
        try (BufferedReader reader = now.errorReader()) {
            reader.lines().forEach(line -> {
                if (line.startsWith(FAULT)) {
                    faults.add(line.substring(FAULT.length()));
                }
                told.accept(line);
            });
        }
        int code = now.waitFor();
        if (cancelled()) {
            return Optional.empty();
        }
        String fault = faults.isEmpty() ? "it ended with exit code " + code : faults.getFirst();
        try {
            return Optional.of(new Ended(code, out.get(), fault));
        } catch (ExecutionException e) {
            throw new IOException("its output could not be read", e);
        }
    }

    private synchronized boolean cancelled() {
        return cancelled;
    }

    /** Ends it, also before it has begun; returns when nothing is left of it. */
    void cancel() {
        Process now;
        synchronized (this) {
            cancelled = true;
            now = process;
        }
        if (now == null) {
            return;
        }
        now.destroy();
        try {
            if (!now.waitFor(LAST_WORDS_SECONDS, TimeUnit.SECONDS)) {
                now.destroyForcibly();
            }
        } catch (InterruptedException _) {
            now.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

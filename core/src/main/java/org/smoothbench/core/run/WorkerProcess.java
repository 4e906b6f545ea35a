package org.smoothbench.core.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * One process on one host, told apart from a later process that happens to get the same number.
 *
 * @param host the host's name
 * @param pid the process number
 * @param startedMillis when the process began, milliseconds since 1970, or 0 where the system does not tell
 */
public record WorkerProcess(String host, long pid, long startedMillis) {

    /**
     * Start times count from the boot time, which each process reads for itself and which moves when the clock is set; a
     * process number does not come round again within seconds.
     */
    private static final long START_TOLERANCE_MILLIS = 3000;

    /** The process this code runs in. */
    public static WorkerProcess current() {
        return of(ProcessHandle.current());
    }

    /** A process of this host. */
    public static WorkerProcess of(ProcessHandle process) {
        return new WorkerProcess(localHost(), process.pid(), started(process));
    }

    /** Whether the process lives; empty if it belongs to another host and cannot be asked. */
    public Optional<Boolean> alive() {
        if (!host.equals(localHost())) {
            return Optional.empty();
        }
        return Optional.of(ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(this::startedLike)
                .filter(process -> !zombie(process))
                .isPresent());
    }

    /** A killed process whose parent does not collect it, as in containers without an init process, still has a number. */
    private static boolean zombie(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            return stat.startsWith(" Z", stat.lastIndexOf(')') + 1);
        } catch (IOException _) {
            return false;
        }
    }

    private boolean startedLike(ProcessHandle process) {
        long started = started(process);
        return startedMillis == 0 || started == 0 || Math.abs(started - startedMillis) <= START_TOLERANCE_MILLIS;
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String localHost() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }
}

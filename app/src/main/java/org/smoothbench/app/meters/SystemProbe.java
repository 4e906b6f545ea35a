package org.smoothbench.app.meters;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Asks the operating system: through Java where it tells, through {@code /proc} where that tells more. */
final class SystemProbe implements LoadProbe {

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final NvidiaSmi gpus = new NvidiaSmi();
    private long lastPid = -1;
    private long lastNanos;
    private Duration lastTime = Duration.ZERO;

    @Override
    public LoadSample sample(OptionalLong pid) {
        double cpu = system.getCpuLoad();
        long total = system.getTotalMemorySize();
        // Java counts what the system keeps of files as used, although any program may have it.
        long available = kilobytes(Path.of("/proc/meminfo"), "MemAvailable:").orElse(system.getFreeMemorySize());
        return new LoadSample(
                cpu >= 0 ? OptionalDouble.of(cpu) : OptionalDouble.empty(),
                system.getAvailableProcessors(),
                Math.max(0, total - available),
                total,
                pid.isPresent() ? process(pid.getAsLong()) : Optional.empty(),
                gpus.sample());
    }

    private Optional<LoadSample.ProcessLoad> process(long pid) {
        Optional<Duration> time = ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(p -> p.info().totalCpuDuration());
        if (time.isEmpty()) {
            lastPid = -1;
            return Optional.empty();
        }
        long now = System.nanoTime();
        OptionalDouble cores = pid == lastPid && now > lastNanos
                ? OptionalDouble.of(time.get().minus(lastTime).toNanos() / (double) (now - lastNanos))
                : OptionalDouble.empty();
        lastPid = pid;
        lastNanos = now;
        lastTime = time.get();
        return Optional.of(new LoadSample.ProcessLoad(
                cores, kilobytes(Path.of("/proc", String.valueOf(pid), "status"), "VmRSS:")));
    }

    /** The bytes of a line such as {@code VmRSS:   1234 kB}; empty where there is no such file or line. */
    static OptionalLong kilobytes(Path file, String key) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(key))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                    .findFirst();
        } catch (IOException | NumberFormatException _) {
            return OptionalLong.empty();
        }
    }
}

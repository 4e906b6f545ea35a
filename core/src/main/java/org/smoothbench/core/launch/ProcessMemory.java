package org.smoothbench.core.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The memory of this process, as far as the system tells. */
final class ProcessMemory {

    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;

    private ProcessMemory() {}

    /** The most memory it had so far; negative where the system does not tell. */
    static long peakBytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException | NumberFormatException _) {
            return -1;
        }
    }

    /** The memory it has on GPUs; negative if it has none or nothing tells. */
    static long deviceBytes() {
        try {
            Process tool = new ProcessBuilder(
                            "nvidia-smi", "--query-compute-apps=pid,used_memory", "--format=csv,noheader,nounits")
                    .redirectErrorStream(true)
                    .start();
            String own = ProcessHandle.current().pid() + ",";
            long mib;
            try (var lines = tool.inputReader()) {
                mib = lines.lines()
                        .filter(line -> line.startsWith(own))
                        .mapToLong(line ->
                                Long.parseLong(line.substring(own.length()).strip()))
                        .sum();
            }
            if (!tool.waitFor(5, TimeUnit.SECONDS)) {
                tool.destroyForcibly();
            }
            return mib == 0 ? -1 : mib * MIB;
        } catch (IOException | NumberFormatException _) {
            return -1;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}

package org.smoothbench.app.meters;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks NVIDIA's own program for its cards; where it is missing or fails it is not asked again. One thread at a time. */
final class NvidiaSmi {

    private static final Logger LOG = LoggerFactory.getLogger(NvidiaSmi.class);
    private static final long PATIENCE_SECONDS = 5;
    private static final long MEGABYTE = 1 << 20;

    private final List<String> command;
    private boolean there = true;

    NvidiaSmi() {
        this(List.of(
                "nvidia-smi",
                "--query-gpu=index,utilization.gpu,memory.used,memory.total,name",
                "--format=csv,noheader,nounits"));
    }

    /** Asks another program, which prints the same. */
    NvidiaSmi(List<String> command) {
        this.command = command;
    }

    /** The cards as they are now; empty if there are none. */
    List<LoadSample.GpuLoad> sample() {
        if (!there) {
            return List.of();
        }
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return absent("it does not answer");
            }
            String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.exitValue() == 0 ? parse(told) : absent("it ended with " + process.exitValue());
        } catch (IOException e) {
            return absent(String.valueOf(e.getMessage()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private List<LoadSample.GpuLoad> absent(String why) {
        there = false;
        LOG.debug("No graphics cards are shown: {}: {}", command.getFirst(), why);
        return List.of();
    }

    /** Cards that do not tell a figure, as some that are divided among users, are left out. */
    static List<LoadSample.GpuLoad> parse(String told) {
        List<LoadSample.GpuLoad> cards = new ArrayList<>();
        for (String line : told.lines().toList()) {
            String[] parts = line.split(",", 5);
            if (parts.length == 5) {
                try {
                    cards.add(new LoadSample.GpuLoad(
                            Integer.parseInt(parts[0].strip()),
                            parts[4].strip(),
                            Double.parseDouble(parts[1].strip()) / 100,
                            Long.parseLong(parts[2].strip()) * MEGABYTE,
                            Long.parseLong(parts[3].strip()) * MEGABYTE));
                } catch (NumberFormatException _) {
                    LOG.debug("A graphics card does not tell its load: {}", line);
                }
            }
        }
        return cards;
    }
}

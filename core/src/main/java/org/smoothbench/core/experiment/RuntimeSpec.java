package org.smoothbench.core.experiment;

import java.util.regex.Pattern;
import org.smoothbench.core.schema.InvalidSettingException;
import org.smoothbench.core.schema.Setting;

/** Where a run computes, and the seed everything random follows from. */
public record RuntimeSpec(
        @Setting(help = "auto, cpu or gpu:N; auto takes the first GPU that works", defaultValue = "\"auto\"")
        String device,

        @Setting(
                help = "CPU threads of one operation; 0 for as many as there are cores",
                unit = "threads",
                min = 0,
                max = 1024,
                defaultValue = "0")
        int threads,

        @Setting(
                help = "Weights, order of images and random starts all follow from it",
                min = 0,
                max = 2147483647,
                defaultValue = "0")
        int seed,

        @Setting(
                help = "Save a checkpoint at least this often, besides the end of each epoch; 0 for at epochs only",
                unit = "minutes",
                min = 0,
                max = 10000,
                defaultValue = "10")
        double checkpointMinutes) {

    private static final Pattern DEVICE = Pattern.compile("auto|cpu|gpu:\\d{1,3}");

    /** Checkpoints every ten minutes. */
    public RuntimeSpec(String device, int threads, int seed) {
        this(device, threads, seed, 10);
    }

    public RuntimeSpec {
        if (!DEVICE.matcher(device).matches()) {
            throw new InvalidSettingException("device", "auto, cpu or gpu:N", "\"" + device + "\"");
        }
    }
}

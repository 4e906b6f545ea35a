package org.smoothbench.app.meters;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How busy the machine is at one moment.
 *
 * @param cpu the share of all processors in use, 0 to 1; empty while unknown
 * @param processors how many there are
 * @param usedBytes memory that programs cannot get
 * @param totalBytes memory of the machine
 * @param worker what the process asked about takes; empty if it has ended or none was asked about
 * @param gpus the graphics cards, by number; empty where there are none that tell
 */
record LoadSample(
        OptionalDouble cpu,
        int processors,
        long usedBytes,
        long totalBytes,
        Optional<ProcessLoad> worker,
        List<GpuLoad> gpus) {

    LoadSample {
        gpus = List.copyOf(gpus);
    }

    /**
     * What a process takes.
     *
     * @param cores how many processors it keeps busy; empty at the first look
     * @param bytes the memory it holds; empty where the system does not tell
     */
    record ProcessLoad(OptionalDouble cores, OptionalLong bytes) {}

    /**
     * How busy a graphics card is.
     *
     * @param index its number
     * @param name its model
     * @param busy the share of time in which it computed, 0 to 1
     * @param usedBytes memory in use, by whomever
     * @param totalBytes all its memory
     */
    record GpuLoad(int index, String name, double busy, long usedBytes, long totalBytes) {}
}

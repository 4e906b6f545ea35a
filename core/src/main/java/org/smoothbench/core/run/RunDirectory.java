package org.smoothbench.core.run;

import java.nio.file.Path;

/**
 * Where the files of one run lie. Says nothing of whether they exist.
 *
 * @param path the run's own folder, absolute
 */
public record RunDirectory(Path path) {

    public RunDirectory {
        path = path.toAbsolutePath().normalize();
    }

    /** The name of the folder, unique among the runs beside it. */
    public String id() {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    /** The frozen specification. */
    public Path experiment() {
        return path.resolve("experiment.json");
    }

    /** State, heartbeat and progress; written by the worker, and by the creator before there is one. */
    public Path status() {
        return path.resolve("status.json");
    }

    /** Name, tags, notes and colour; written by whoever a person sits at, never by the worker. */
    public Path meta() {
        return path.resolve("meta.json");
    }

    /** Which process was started for the run; written by whoever started it. */
    public Path launch() {
        return path.resolve("launch.json");
    }

    /** Versions, device and threads; written by the worker. */
    public Path environment() {
        return path.resolve("environment.json");
    }

    /** One line for each logged step and each epoch; written by the worker. */
    public Path metrics() {
        return path.resolve("metrics.jsonl");
    }

    /** One line for each thing that happened; written by the worker. */
    public Path events() {
        return path.resolve("events.jsonl");
    }

    /** What the worker says, for people. */
    public Path log() {
        return path.resolve("log.txt");
    }

    /** The folder of checkpoints. */
    public Path checkpoints() {
        return path.resolve("checkpoints");
    }

    /** The folder of evaluations, one folder each. */
    public Path evaluations() {
        return path.resolve("evaluations");
    }

    /** The folder of smoothness reports, a file for each checkpoint and threat model. */
    public Path smoothness() {
        return path.resolve("smoothness");
    }

    /** The folder of sanity studies, a file for each checkpoint and threat model. */
    public Path sanity() {
        return path.resolve("sanity");
    }

    /** The folder of loss landscapes, one folder each. */
    public Path landscapes() {
        return path.resolve("landscapes");
    }

    /** The folder of requests to the worker. */
    public Path control() {
        return path.resolve("control");
    }
}

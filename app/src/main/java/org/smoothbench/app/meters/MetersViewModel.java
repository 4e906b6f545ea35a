package org.smoothbench.app.meters;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.app.runs.RunRowViewModel;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunStatus;
import org.smoothbench.core.run.RunSummary;
import org.smoothbench.core.run.WorkerProcess;

/** The meters: the figures of the last look and a short past. FX thread only. */
public final class MetersViewModel {

    /** About forty seconds at a look every two. */
    static final int LOOKS = 20;

    private final RunListViewModel list;
    private final ReadOnlyObjectWrapper<List<Meter>> meters = new ReadOnlyObjectWrapper<>(this, "meters", List.of());
    private final Map<String, Deque<Double>> past = new HashMap<>();

    /** Meters of this machine and of the worker of the list's selected run, or else of any at work here. */
    public MetersViewModel(RunListViewModel list) {
        this.list = list;
    }

    /** The meters, in their order; empty before the first look. */
    ReadOnlyObjectProperty<List<Meter>> metersProperty() {
        return meters.getReadOnlyProperty();
    }

    /** The worker that is to be looked at. */
    OptionalLong worker() {
        return observed().map(RunStatus::worker).map(WorkerProcess::pid).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    void show(LoadSample sample) {
        List<Meter> now = new ArrayList<>();
        sample.cpu()
                .ifPresent(cpu -> now.add(meter(
                        "cpu",
                        "CPU %.0f %%".formatted(100 * cpu),
                        "Processors of this machine: %.0f %% of %d in use".formatted(100 * cpu, sample.processors()),
                        cpu)));
        now.add(meter(
                "memory",
                "RAM " + gigabytes(sample.usedBytes()) + "/" + gigabytes(sample.totalBytes()) + " GB",
                "Memory of this machine: %s of %s GB in use"
                        .formatted(gigabytes(sample.usedBytes()), gigabytes(sample.totalBytes())),
                share(sample.usedBytes(), sample.totalBytes())));
        sample.worker().ifPresent(load -> worker(load, sample).ifPresent(now::add));
        for (LoadSample.GpuLoad gpu : sample.gpus()) {
            now.add(meter(
                    "gpu" + gpu.index(),
                    "GPU %d %.0f %% %s/%s GB"
                            .formatted(
                                    gpu.index(),
                                    100 * gpu.busy(),
                                    gigabytes(gpu.usedBytes()),
                                    gigabytes(gpu.totalBytes())),
                    "%s: computes %.0f %% of the time, %s of %s GB of its memory in use"
                            .formatted(
                                    gpu.name(),
                                    100 * gpu.busy(),
                                    gigabytes(gpu.usedBytes()),
                                    gigabytes(gpu.totalBytes())),
                    gpu.busy()));
        }
        past.keySet().retainAll(now.stream().map(Meter::key).toList());
        meters.set(List.copyOf(now));
    }

    private Optional<Meter> worker(LoadSample.ProcessLoad load, LoadSample sample) {
        if (load.cores().isEmpty()) {
            return Optional.empty();
        }
        double cores = load.cores().getAsDouble();
        String memory = load.bytes().isPresent() ? ", " + gigabytes(load.bytes().getAsLong()) + " GB" : "";
        String name = observedRun().map(RunSummary::name).orElse("the run");
        return Optional.of(meter(
                "worker",
                "Run %s cores%s".formatted(decimal(cores), memory),
                "The worker of %s keeps %s of %d processors busy%s"
                        .formatted(
                                name,
                                decimal(cores),
                                sample.processors(),
                                memory.isEmpty() ? "" : " and holds" + memory.substring(1) + " of memory"),
                Math.clamp(cores / sample.processors(), 0, 1)));
    }

    private Meter meter(String key, String text, String explanation, double share) {
        Deque<Double> history = past.computeIfAbsent(key, _ -> new ArrayDeque<>());
        history.addLast(Math.clamp(share, 0, 1));
        if (history.size() > LOOKS) {
            history.removeFirst();
        }
        return new Meter(key, text, explanation, List.copyOf(history));
    }

    private Optional<RunStatus> observed() {
        return observedRun().flatMap(RunSummary::status);
    }

    private Optional<RunSummary> observedRun() {
        return list.selected()
                .map(row -> row.now().summary())
                .filter(MetersViewModel::atWorkHere)
                .or(() -> list.all().stream()
                        .map(RunRowViewModel::now)
                        .map(now -> now.summary())
                        .filter(MetersViewModel::atWorkHere)
                        .findFirst());
    }

    private static boolean atWorkHere(RunSummary run) {
        return run.status()
                .filter(status -> status.state() == RunState.RUNNING || status.state() == RunState.PAUSED)
                .map(RunStatus::worker)
                .filter(worker -> worker.host().equals(WorkerProcess.current().host()))
                .isPresent();
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** Gigabytes of 2^30 bytes, with one decimal below a hundred. */
    private static String gigabytes(long bytes) {
        double gigabytes = bytes / (double) (1L << 30);
        return gigabytes < 99.95 ? decimal(gigabytes) : String.format(Locale.ROOT, "%.0f", gigabytes);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

package org.smoothbench.core.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.landscape.LandscapeDirectory;
import org.smoothbench.core.landscape.LandscapeReport;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.PlaneSpec;
import org.smoothbench.core.landscape.compute.LandscapeProgress;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.RunDirectory;

/**
 * Computes landscapes of one or several runs with one specification, each into a folder whose name follows from what is
 * computed and how: the same again goes on where it was interrupted, or finds its result.
 */
public final class LandscapeStudy {

    private final LandscapeSpec spec;
    private final int batch;

    /**
     * A study.
     *
     * @param batch how many images are shown to a network at once, 0 for as many as is usual; what has begun with another
     *     size goes on with that
     */
    public LandscapeStudy(LandscapeSpec spec, int batch) {
        this.spec = spec;
        this.batch = batch;
    }

    /**
     * Which network of a run.
     *
     * @param checkpoint {@code last} or {@code best}
     * @param averaged whether the averaged weights are meant instead of the trained ones
     */
    public record Wanted(RunDirectory run, String checkpoint, boolean averaged) {

        private SavedNetwork find() {
            return SavedNetwork.find(run, checkpoint, averaged);
        }
    }

    /**
     * A landscape that is finished.
     *
     * @param directory where it lies
     * @param report what is said of it
     * @param found whether it had been finished before
     */
    public record Finished(LandscapeDirectory directory, LandscapeReport report, boolean found) {}

    /** Hears how far a study is. Called on the engine's thread. */
    @FunctionalInterface
    public interface Progress {

        /** A landscape begins; what is returned hears how far it is. */
        LandscapeProgress begins(Wanted model);
    }

    /** A landscape to compute: of which network, and with which other. */
    private record Task(Wanted model, @Nullable Wanted other) {}

    /**
     * Computes landscapes of all models. Works on the engine's thread.
     *
     * @param models the runs, in the order wanted
     * @param other the model whose attack gives second directions, where the plane wants one and it is not the next of the
     *     models
     * @param parent the folder that gets the landscapes' folders instead of the runs' own
     * @throws ProblemException if runs, images, plane and folder do not go together
     * @throws java.util.concurrent.CancellationException if the caller gave up; what is done stays in the folder
     */
    public List<Finished> run(
            TorchEngine engine,
            List<Wanted> models,
            Optional<Wanted> other,
            Optional<Path> parent,
            Progress progress,
            BooleanSupplier cancelled) {
        List<Task> tasks = tasks(models, other);
        Map<Wanted, SavedNetwork> saved = new LinkedHashMap<>();
        for (Task task : tasks) {
            saved.computeIfAbsent(task.model(), Wanted::find);
            if (task.other() != null) {
                saved.computeIfAbsent(task.other(), Wanted::find);
            }
        }
        List<Finished> finished = new ArrayList<>();
        try (LandscapeModels open = LandscapeModels.of(engine, List.copyOf(saved.values()))) {
            Map<Wanted, LandscapeModel> opened = new LinkedHashMap<>();
            saved.forEach((wanted, network) -> opened.put(wanted, open.open(network)));
            for (Task task : tasks) {
                LandscapeProgress told = progress.begins(task.model());
                try (LandscapeWork work = work(engine, task, opened, open.classNames(), parent, cancelled)) {
                    while (work.advance()) {
                        work.tell(told);
                    }
                    finished.add(work.finished());
                }
            }
        }
        return finished;
    }

    private LandscapeWork work(
            TorchEngine engine,
            Task task,
            Map<Wanted, LandscapeModel> opened,
            List<String> classNames,
            Optional<Path> parent,
            BooleanSupplier cancelled) {
        LandscapeModel model = Objects.requireNonNull(opened.get(task.model()));
        LandscapeModel second = task.other() == null ? null : opened.get(task.other());
        String name = LandscapeWork.name(spec, model, second);
        Path folder = parent.map(shared -> shared.resolve(task.model().run().id() + "-" + name))
                .orElse(task.model().run().landscapes().resolve(name));
        return new LandscapeWork(
                engine, spec, batch, model, second, classNames, new LandscapeDirectory(folder), cancelled);
    }

    private List<Task> tasks(List<Wanted> models, Optional<Wanted> other) {
        if (models.stream().distinct().count() < models.size()) {
            throw usage("a run is given twice", "give each run once");
        }
        return switch (spec.plane()) {
            case PlaneSpec.Line _ -> List.of(line(models));
            case PlaneSpec.AdversarialOther _ -> {
                if (other.isEmpty() && models.size() < 2) {
                    throw usage("the second direction is another model's, and there is only one", "give a second run");
                }
                List<Task> tasks = new ArrayList<>();
                for (int i = 0; i < models.size(); i++) {
                    tasks.add(new Task(models.get(i), other.orElse(models.get((i + 1) % models.size()))));
                }
                yield tasks;
            }
            case PlaneSpec.AdversarialRandom _,
                    PlaneSpec.AdversarialOrthogonal _,
                    PlaneSpec.RandomRandom _,
                    PlaneSpec.Filters _ -> {
                if (other.isPresent()) {
                    throw usage("there is no other model in this plane", "leave it out, or take adversarial-other");
                }
                yield models.stream().map(model -> new Task(model, null)).toList();
            }
        };
    }

    private Task line(List<Wanted> models) {
        if (models.size() > 2) {
            throw usage(
                    "a line has two ends, not " + models.size(),
                    "give two runs, or one for the line between its best and last weights");
        }
        Wanted from = models.getFirst();
        Wanted to = models.size() == 2
                ? models.getLast()
                : new Wanted(from.run(), from.checkpoint().equals("best") ? "last" : "best", from.averaged());
        return new Task(from, to);
    }

    private ProblemException usage(String what, String remedy) {
        return new Problem.Usage(what, "--plane " + spec.plane().slug(), remedy).asException();
    }
}

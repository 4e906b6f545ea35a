package org.smoothbench.core.evaluation.sanity;

import ai.djl.ndarray.NDManager;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.smoothbench.core.attack.AttackOutcome;
import org.smoothbench.core.attack.ModelQueries;
import org.smoothbench.core.attack.PgdSearch;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.engine.BatchFeed;
import org.smoothbench.core.engine.ImageSupply;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.model.Classifier;

/**
 * Attacks a model harder and harder and judges whether its robust accuracy behaves as a robust model's does. Works on the
 * engine's thread, with the model's parameters frozen; a batch's tensors are freed before the next.
 */
public final class SanityMeasurement {

    private final TorchEngine engine;
    private final ImageSupply images;
    private final SanitySettings settings;

    /** Measurements of models on images. */
    public SanityMeasurement(TorchEngine engine, ImageSupply images, SanitySettings settings) {
        this.engine = engine;
        this.images = images;
        this.settings = settings;
    }

    /** How many images are looked at. */
    public int examples() {
        return Math.min(settings.examples(), images.size());
    }

    /**
     * Measures a model.
     *
     * @param cancelled asked before each query of the model
     * @param progress hears in words how far it is
     * @throws java.util.concurrent.CancellationException if it was cancelled
     */
    public SanityReport measure(Classifier model, BooleanSupplier cancelled, Consumer<String> progress) {
        int[] order = images.spread(examples());
        SanityTally tally = new SanityTally(settings);
        ModelQueries queries = new ModelQueries(model, cancelled);
        try (BatchFeed feed = images.evaluationFeed(order, settings.batchSize())) {
            while (feed.hasNext()) {
                try (NDManager scratch = engine.manager().newSubManager()) {
                    Batch all = feed.next(scratch);
                    String done = " of images from " + tally.images() + " of " + examples();
                    attack(queries, all, scratch, tally, part -> progress.accept(part + done));
                }
            }
        }
        return tally.report();
    }

    private void attack(
            ModelQueries model, Batch all, NDManager scratch, SanityTally tally, Consumer<String> progress) {
        boolean[] correct = all.correct(model.logits(all.images()));
        int[] right = IntStream.range(0, all.size()).filter(i -> correct[i]).toArray();
        tally.begin(all.size(), right.length);
        if (right.length == 0) {
            return;
        }
        Batch batch = all.pick(right, scratch);
        boolean[] fooled = new boolean[batch.size()];
        Trajectory trajectory = null;
        int longest = 0;
        for (int steps : settings.iterations()) {
            progress.accept(steps + " steps");
            // Attacks with steps of one size are the beginnings of the longest of them.
            if (trajectory == null || steps > longest) {
                longest = longestLike(steps);
                trajectory = new Trajectory(batch.size(), longest);
                try (NDManager run = scratch.newSubManager()) {
                    AttackOutcome outcome = search(SanitySettings.follow(longest), settings.threat())
                            .run(model, batch.pick(everything(batch), run), settings.seed(), trajectory);
                    tally.longest(longest, trajectory, outcome.symptoms());
                }
            }
            merge(fooled, trajectory.fooledUpTo(steps));
            tally.iteration(steps, trajectory.fooledAt(steps), trajectory.fooledUpTo(steps), fooled);
        }
        budgets(model, batch, tally, progress);
        restarts(model, batch, tally, progress);
    }

    private void budgets(ModelQueries model, Batch batch, SanityTally tally, Consumer<String> progress) {
        boolean[] fooled = new boolean[batch.size()];
        for (ThreatModel budget : settings.budgets()) {
            progress.accept(budget.label());
            try (NDManager run = batch.images().getManager().newSubManager()) {
                boolean[] fell = search(SanitySettings.search(settings.budgetSteps(), 1), budget)
                        .run(model, batch.pick(everything(batch), run), settings.seed())
                        .fallen();
                merge(fooled, fell);
                tally.budget(budget, fell, fooled);
            }
        }
    }

    private void restarts(ModelQueries model, Batch batch, SanityTally tally, Consumer<String> progress) {
        int most = settings.restarts().getLast();
        progress.accept(most + " starts");
        StartCount starts = new StartCount(batch.size());
        try (NDManager run = batch.images().getManager().newSubManager()) {
            var _ = search(SanitySettings.search(settings.restartSteps(), most), settings.threat())
                    .run(model, batch.pick(everything(batch), run), settings.seed(), starts);
        }
        settings.restarts().forEach(count -> tally.restart(count, starts.standing(count)));
    }

    /** The largest number of steps whose steps have the size that so many have. */
    private int longestLike(int steps) {
        double share = SanitySettings.follow(steps).step();
        return settings.iterations().stream()
                .filter(other -> SanitySettings.follow(other).step() == share)
                .max(Integer::compare)
                .orElse(steps);
    }

    private static PgdSearch search(AttackSpec.Pgd attack, ThreatModel threat) {
        return new PgdSearch(attack, threat);
    }

    private static int[] everything(Batch batch) {
        return IntStream.range(0, batch.size()).toArray();
    }

    private static void merge(boolean[] all, boolean[] some) {
        for (int i = 0; i < all.length; i++) {
            all[i] |= some[i];
        }
    }
}

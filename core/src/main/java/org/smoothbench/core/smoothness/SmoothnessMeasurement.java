package org.smoothbench.core.smoothness;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.activation.BackwardDerivative;
import org.smoothbench.core.activation.LeakyRelu;
import org.smoothbench.core.activation.ParametricSoftplus;
import org.smoothbench.core.activation.Relu;
import org.smoothbench.core.attack.ModelQueries;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.engine.BatchFeed;
import org.smoothbench.core.engine.ImageSupply;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.model.Classifier;
import org.smoothbench.core.model.Mode;
import org.smoothbench.core.model.Network;
import org.smoothbench.core.model.Pass;

/**
 * Measures how smooth a model's loss is around images: every metric is a distribution over them, of those it gets wrong,
 * too. Needs first-order gradients only. Works on the engine's thread; a batch's tensors are freed before the next.
 */
public final class SmoothnessMeasurement {

    /** The derivative of the paper's gradient probe (table 1). */
    private static final Pass SMOOTH_BACKWARD =
            new Pass(Mode.INFERENCE, new BackwardDerivative.Surrogate(new ParametricSoftplus(10)));

    private final TorchEngine engine;
    private final ImageSupply images;
    private final SmoothnessSettings settings;

    /** Measurements of models on images. */
    public SmoothnessMeasurement(TorchEngine engine, ImageSupply images, SmoothnessSettings settings) {
        this.engine = engine;
        this.images = images;
        this.settings = settings;
    }

    /** How many images are looked at. */
    public int examples() {
        return Math.min(settings.examples(), images.size());
    }

    /** What can be looked into: the model, and its insides where it has any to be seen. */
    private record Subject(
            Classifier model,
            @Nullable Network network,
            @Nullable Classifier smooth,
            String withoutSmooth) {}

    /**
     * Measures a network in inference mode, its activations too.
     *
     * @param activation the network's
     * @param cancelled asked before each query of the network
     * @param done hears how many images are done
     * @throws java.util.concurrent.CancellationException if it was cancelled
     */
    public SmoothnessReport measure(
            Network network, Activation activation, BooleanSupplier cancelled, IntConsumer done) {
        boolean kinked = activation instanceof Relu || activation instanceof LeakyRelu;
        Subject subject = new Subject(
                network,
                network,
                kinked ? network.through(SMOOTH_BACKWARD) : null,
                activation.label() + " needs no smooth stand-in for its derivative");
        try (Network.Frozen _ = network.freeze()) {
            return measure(subject, cancelled, done);
        }
    }

    /**
     * Measures a model whose activations cannot be seen.
     *
     * @param cancelled asked before each query of the model
     * @param done hears how many images are done
     * @throws java.util.concurrent.CancellationException if it was cancelled
     */
    public SmoothnessReport measure(Classifier model, BooleanSupplier cancelled, IntConsumer done) {
        return measure(
                new Subject(model, null, null, "the activations of this model cannot be exchanged"), cancelled, done);
    }

    private SmoothnessReport measure(Subject subject, BooleanSupplier cancelled, IntConsumer done) {
        int[] order = images.spread(examples());
        Map<SmoothnessMetric, DoubleStream.Builder> numbers = new EnumMap<>(SmoothnessMetric.class);
        Map<String, DoubleStream.Builder> places = new LinkedHashMap<>();
        int measured = 0;
        try (BatchFeed feed = images.evaluationFeed(order, settings.batchSize())) {
            while (feed.hasNext()) {
                try (NDManager scratch = engine.manager().newSubManager()) {
                    Batch batch = feed.next(scratch);
                    probe(subject, batch, cancelled, numbers, places);
                    measured += batch.size();
                }
                done.accept(measured);
            }
        }
        return new SmoothnessReport(
                SmoothnessReport.conditions(settings, measured), results(subject, numbers), places(places));
    }

    private void probe(
            Subject subject,
            Batch batch,
            BooleanSupplier cancelled,
            Map<SmoothnessMetric, DoubleStream.Builder> numbers,
            Map<String, DoubleStream.Builder> places) {
        BatchProbe probe = new BatchProbe(
                settings,
                new ModelQueries(subject.model(), cancelled),
                batch,
                (metric, values) -> append(numbers.computeIfAbsent(metric, _ -> DoubleStream.builder()), values));
        probe.measureLoss();
        if (subject.network() != null) {
            probe.measureKinks(subject.network())
                    .shares()
                    .forEach((place, shares) ->
                            append(places.computeIfAbsent(place, _ -> DoubleStream.builder()), shares));
        }
        if (subject.smooth() != null) {
            probe.measureSmoothBackward(new ModelQueries(subject.smooth(), cancelled));
        }
    }

    private static void append(DoubleStream.Builder builder, double[] values) {
        for (double value : values) {
            builder.add(value);
        }
    }

    private static List<MetricResult> results(Subject subject, Map<SmoothnessMetric, DoubleStream.Builder> numbers) {
        List<MetricResult> results = new ArrayList<>();
        for (SmoothnessMetric metric : SmoothnessMetric.values()) {
            DoubleStream.Builder values = numbers.get(metric);
            results.add(
                    values == null
                            ? metric.inapplicable(
                                    metric == SmoothnessMetric.KINK_CROSSING
                                            ? "the activations of this model cannot be seen"
                                            : subject.withoutSmooth())
                            : metric.result(Distribution.of(values.build().toArray())));
        }
        return results;
    }

    private static List<PlaceResult> places(Map<String, DoubleStream.Builder> places) {
        return places.entrySet().stream()
                .map(place -> new PlaceResult(
                        place.getKey(), Distribution.of(place.getValue().build().toArray())))
                .toList();
    }
}

package org.smoothbench.core.smoothness;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.IntToDoubleFunction;
import org.smoothbench.core.attack.Budget;
import org.smoothbench.core.attack.ModelQueries;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.engine.Scalars;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.model.Network;

/** Measures the images of one batch. All tensors belong to the batch's manager, which the caller closes. */
final class BatchProbe {

    private static final long ATTACK_START = 0;
    private static final long NEIGHBOUR = 1;
    private static final long LINEARITY_START = 2;

    private final SmoothnessSettings settings;
    private final LossField field;
    private final Batch batch;
    private final NDManager owner;
    private final Ascent ascent;
    private final BiConsumer<SmoothnessMetric, double[]> results;
    private final ImageVectors images;
    private final NDArray gradient;
    private final LossField.At center;
    private final NDArray adversarial;
    private final boolean[] fallen;

    /**
     * Looks at the images and attacks them.
     *
     * @param results take one number for each image
     */
    BatchProbe(
            SmoothnessSettings settings,
            ModelQueries model,
            Batch batch,
            BiConsumer<SmoothnessMetric, double[]> results) {
        this.settings = settings;
        this.batch = batch;
        this.results = results;
        this.field = new LossField(model, batch);
        this.owner = batch.images().getManager();
        this.ascent = new Ascent(batch, settings.threat());
        this.images = ImageVectors.of(batch.images());
        this.center = field.at(batch.images());
        this.gradient = field.gradient(batch.images(), owner).gradient();
        this.fallen = new boolean[batch.size()];
        this.adversarial = attack(field, fallen);
    }

    private NDArray attack(LossField ascended, boolean[] fell) {
        NDArray start = ascent.inside(ascent.offsets(settings.seed(), ATTACK_START));
        NDArray last = ascent.climb(ascended, start, settings.attackSteps(), settings.stepShare(), (_, at) -> {
            mark(fell, batch.correct(at.logits()));
            return at.gradient();
        });
        mark(fell, ascended.correct(last));
        return last;
    }

    private static void mark(boolean[] fallen, boolean[] correct) {
        for (int i = 0; i < fallen.length; i++) {
            fallen[i] |= !correct[i];
        }
    }

    /** What any differentiable model can be measured by. */
    void measureLoss() {
        lipschitz();
        alignGradients();
        linearity();
        curvature();
    }

    private void lipschitz() {
        ThreatModel threat = settings.threat();
        NDArray perturbation = adversarial.sub(batch.images());
        ImageVectors moved = ImageVectors.of(perturbation);
        double[] largest = new double[batch.size()];
        for (int point = 1; point <= settings.linePoints(); point++) {
            double t = (double) point / settings.linePoints();
            NDArray there = batch.images().add(perturbation.mul(Scalars.of(owner, t)));
            ImageVectors change = field.at(there).gradient().minus(center.gradient());
            for (int i = 0; i < largest.length; i++) {
                double rate = switch (threat) {
                    case ThreatModel.Linf _ -> change.sum(i) / (t * moved.largest(i));
                    case ThreatModel.L2 _ -> change.length(i) / (t * moved.length(i));
                };
                // No number stays none, so that such an image is left out.
                largest[i] = Math.max(largest[i], rate);
            }
            there.close();
        }
        results.accept(SmoothnessMetric.GRADIENT_LIPSCHITZ, largest);
    }

    private void alignGradients() {
        LossField.At nearby = field.at(batch.images().add(ascent.offsets(settings.seed(), NEIGHBOUR)));
        ImageVectors single = ImageVectors.of(ascent.fullStep(gradient)).minus(images);
        ImageVectors several = ImageVectors.of(adversarial).minus(images);
        results.accept(
                SmoothnessMetric.GRADIENT_ALIGNMENT, each(i -> center.gradient().cosine(nearby.gradient(), i)));
        results.accept(SmoothnessMetric.FGSM_PGD_ALIGNMENT, each(i -> single.cosine(several, i)));
    }

    private void linearity() {
        LinearitySearch search = new LinearitySearch(images, center, gradient, batch.size());
        NDArray start = ascent.inside(ascent.offsets(settings.seed(), LINEARITY_START));
        NDArray last =
                ascent.climb(field, start, settings.linearitySteps(), settings.linearityStepShare(), search::uphill);
        var _ = search.visit(last, field.at(last).losses());
        results.accept(SmoothnessMetric.LOCAL_LINEARITY, each(search::error));
        results.accept(SmoothnessMetric.RELATIVE_LINEARITY, each(search::relativeError));
    }

    private void curvature() {
        double radius = settings.threat().radius();
        double[] reach = each(i -> switch (settings.threat()) {
            case ThreatModel.Linf _ -> radius * center.gradient().signLength(i);
            case ThreatModel.L2 _ -> radius;
        });
        NDArray signs = gradient.sign();
        NDArray step = switch (settings.threat()) {
            case ThreatModel.Linf _ -> signs.mul(Scalars.of(owner, radius));
            case ThreatModel.L2 l2 ->
                Budget.around(batch.images(), l2).direction(signs).mul(Scalars.of(owner, radius));
        };
        LossField.At ahead = field.at(batch.images().add(step));
        ImageVectors change = ahead.gradient().minus(center.gradient());
        // Where there is no gradient there is no direction: 0 / 0 leaves the image out.
        results.accept(SmoothnessMetric.CURVATURE, each(i -> {
            double direction = center.gradient().signLength(i);
            return change.length(i) * direction / direction;
        }));
        results.accept(
                SmoothnessMetric.SIGNED_CURVATURE,
                each(i ->
                        change.dotSign(center.gradient(), i) / center.gradient().signLength(i) / reach[i]));
    }

    /** What is seen inside a network. */
    KinkCount measureKinks(Network network) {
        KinkCount kinks = KinkCount.between(network, batch.images(), adversarial);
        results.accept(SmoothnessMetric.KINK_CROSSING, each(kinks::share));
        return kinks;
    }

    /** What an attacker gains who goes through the network with other derivatives. */
    void measureSmoothBackward(ModelQueries smooth) {
        boolean[] fellSmoothly = new boolean[batch.size()];
        try (NDArray _ = attack(new LossField(smooth, batch), fellSmoothly)) {
            results.accept(
                    SmoothnessMetric.SMOOTH_BACKWARD_GAIN,
                    each(i -> (fellSmoothly[i] ? 1 : 0) - (double) (fallen[i] ? 1 : 0)));
        }
    }

    private double[] each(IntToDoubleFunction number) {
        double[] values = new double[batch.size()];
        Arrays.setAll(values, number);
        return values;
    }
}

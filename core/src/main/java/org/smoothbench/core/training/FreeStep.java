package org.smoothbench.core.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.engine.Scalars;
import org.smoothbench.core.experiment.TrainingMethod;

/**
 * Free adversarial training (Shafahi et al. 2019, algorithm 1): each batch is replayed; one backward pass gives the
 * gradient of the weights and that of the perturbation, which the next batch begins with.
 */
final class FreeStep implements TrainingStep {

    private static final String PERTURBATION = "perturbation";

    private final Descent descent;
    private final TrainingMethod.Free method;
    private final NDManager owner;

    /** Shape of the largest batch so far; null before the first step. */
    private @Nullable NDArray perturbation;

    /** A step whose perturbation, which lives from batch to batch, belongs to a manager. */
    FreeStep(Descent descent, TrainingMethod.Free method, NDManager owner) {
        this.descent = descent;
        this.method = method;
        this.owner = owner;
    }

    @Override
    public Outcome run(Batch batch, Moment moment) {
        NDArray delta = inherited(batch);
        double lossSum = 0;
        int correct = 0;
        for (int replay = 0; replay < method.replays(); replay++) {
            NDArray moved = batch.images().add(delta);
            NDArray examples = moved.clip(0, 1);
            examples.setRequiresGradient(true);
            Outcome outcome = descent.step(batch, examples, moment);
            NDArray gradient = examples.getGradient();
            gradient.attach(moment.scratch());
            examples.setRequiresGradient(false);
            delta = ascend(delta, gradient, moved.eq(examples));
            lossSum += outcome.loss();
            correct += outcome.correct();
        }
        keep(delta);
        return new Outcome(lossSum / method.replays(), correct, batch.size() * method.replays());
    }

    /** The last batch's perturbation, cut to this batch's size; zero at first. */
    private NDArray inherited(Batch batch) {
        NDManager scratch = batch.images().getManager();
        if (perturbation == null) {
            NDArray zero = batch.images().sub(batch.images());
            zero.attach(scratch);
            return zero;
        }
        NDArray delta = perturbation.get(new NDIndex("0:{}", batch.size()));
        delta.attach(scratch);
        return delta;
    }

    /**
     * One step of the perturbation.
     *
     * @param inside where the image with the perturbation stayed in [0, 1]: elsewhere clipping has no gradient
     */
    private NDArray ascend(NDArray delta, NDArray gradient, NDArray inside) {
        NDManager scratch = gradient.getManager();
        NDArray direction = gradient.sign().mul(inside.toType(DataType.FLOAT32, false));
        NDArray next =
                direction.mul(Scalars.of(scratch, method.stepSize() / 255)).add(delta);
        return next.clip(-method.epsilon() / 255, method.epsilon() / 255);
    }

    /** A last, smaller batch changes the first rows only. */
    private void keep(NDArray delta) {
        if (perturbation != null
                && delta.getShape().get(0) < perturbation.getShape().get(0)) {
            perturbation.set(new NDIndex("0:{}", delta.getShape().get(0)), delta);
            return;
        }
        replace(delta);
    }

    private void replace(NDArray delta) {
        if (perturbation != null) {
            perturbation.close();
        }
        NDArray copy = delta.duplicate();
        copy.attach(owner);
        copy.setName(PERTURBATION);
        perturbation = copy;
    }

    @Override
    public Map<String, NDArray> carried() {
        return perturbation == null ? Map.of() : Map.of(PERTURBATION, perturbation);
    }

    @Override
    public void carry(Map<String, NDArray> arrays) {
        NDArray saved = arrays.get(PERTURBATION);
        if (saved != null) {
            replace(saved);
        }
    }
}

package org.smoothbench.core.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.smoothbench.core.attack.Attack;
import org.smoothbench.core.attack.AttackOutcome;
import org.smoothbench.core.attack.Symptoms;
import org.smoothbench.core.data.ImageSet;
import org.smoothbench.core.engine.DeviceImages;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.EvaluationPlan;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.model.Classifier;

/**
 * Images of one pixel with grey levels 0, 1, 2 and so on, a model that finds the bright ones to be of class 1, and whatever
 * attacks a test scripts.
 */
final class EvaluationRig implements AutoCloseable {

    /** Images as bright as this or brighter are of class 1. */
    static final int BORDER = 100;

    /** A level of class 0 that is within half of all levels of every image. */
    static final float DARK = 0.3f;

    /** One of class 1. */
    static final float BRIGHT = 0.45f;

    final TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0));
    final List<String> told = new ArrayList<>();
    private final DeviceImages supply;
    private final ImageSet images;

    EvaluationRig(int count, Set<Integer> mislabelled) {
        byte[] pixels = new byte[count];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            pixels[i] = (byte) i;
            labels[i] = i >= BORDER ^ mislabelled.contains(i) ? 1 : 0;
        }
        images = new ImageSet(pixels, labels, 1, 1, 1);
        supply = new DeviceImages(engine, images, 2);
    }

    /** A linear model whose border lies between two grey levels. */
    Classifier model() {
        return new Classifier() {

            @Override
            public NDArray logits(NDArray images) {
                NDArray flat = images.reshape(images.getShape().get(0), 1);
                NDArray above = flat.sub((BORDER - 0.5f) / 255);
                return above.neg().concat(above, 1);
            }

            @Override
            public int classes() {
                return 2;
            }
        };
    }

    /** An attack that moves each image past the border if its level is among some. */
    static Attack fooling(Set<Integer> levels) {
        return (model, batch, _, _) -> {
            var _ = model.logits(batch.images());
            boolean[] fallen = new boolean[batch.size()];
            float[] changed = batch.images().toFloatArray();
            for (int i = 0; i < fallen.length; i++) {
                fallen[i] = levels.contains(batch.index(i));
                if (fallen[i]) {
                    changed[i] = batch.index(i) >= BORDER ? DARK : BRIGHT;
                }
            }
            NDArray adversarial = batch.images().getManager().create(changed, new Shape(fallen.length, 1, 1, 1));
            return new AttackOutcome(fallen, adversarial, new Symptoms(fallen.length, 0, 0, 0));
        };
    }

    EvaluationSession session(EvaluationPlan plan, Classifier model, AttackFactory attacks) {
        EvaluatedModel evaluated = new EvaluatedModel("border", "nowhere", "", "", "levels", "");
        EvaluationObserver observer = new EvaluationObserver() {

            @Override
            public void noticed(String message) {
                told.add(message);
            }
        };
        TestImages test = new TestImages(images, supply, List.of("dark", "bright"));
        return new EvaluationSession(plan, evaluated, engine, test, Target.of(model), observer, attacks);
    }

    @Override
    public void close() {
        supply.close();
        engine.close();
    }
}

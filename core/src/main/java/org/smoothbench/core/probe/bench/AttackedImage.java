package org.smoothbench.core.probe.bench;

import java.util.List;
import java.util.Optional;
import org.smoothbench.core.launch.TrainedModel;

/**
 * One image of the test set under attack.
 *
 * @param model which weights were attacked
 * @param how attack, budget and seed
 * @param index of the image in the test set
 * @param label its class
 * @param clean the image itself, and what the model says of it
 * @param path the decisive run from its start to its last step: the one that fooled the model, else the one that came to the
 *     largest loss; empty for attacks without iterates, and where the model is wrong about the image itself
 * @param run the number of that run, from 0
 * @param example the first iterate that fools the model; the image itself where the model is wrong about it
 * @param millis how long it took
 */
public record AttackedImage(
        TrainedModel.Weights model,
        BenchSettings how,
        int index,
        int label,
        Iterate clean,
        List<Iterate> path,
        int run,
        Optional<Iterate> example,
        double millis) {

    public AttackedImage {
        path = List.copyOf(path);
    }

    /** Whether the model was made to be wrong, or is so without any attack. */
    public boolean fooled() {
        return example.isPresent();
    }

    /** The step that fooled the model first, of attacks that take steps. */
    public Optional<Integer> firstSuccess() {
        return path.isEmpty() ? Optional.empty() : example.map(Iterate::step);
    }

    /** What to look at: the example, or else the iterate with the largest loss, or else the image. */
    public Iterate shown() {
        return example.orElseGet(() ->
                path.stream().max((a, b) -> Double.compare(a.loss(), b.loss())).orElse(clean));
    }
}

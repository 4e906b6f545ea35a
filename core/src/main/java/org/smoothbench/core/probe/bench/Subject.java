package org.smoothbench.core.probe.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.model.ImageShape;
import org.smoothbench.core.probe.ModelChoice;
import org.smoothbench.core.probe.OpenModel;
import org.smoothbench.core.probe.ProbeSession;
import org.smoothbench.core.problem.Problem;

/** A model with some of its test images, in tensors that live as long as this. */
final class Subject implements AutoCloseable {

    private final OpenModel model;
    private final NDManager manager;
    private final Batch batch;

    private Subject(OpenModel model, NDManager manager, Batch batch) {
        this.model = model;
        this.manager = manager;
        this.batch = batch;
    }

    /**
     * Images of a model's test set.
     *
     * @throws org.smoothbench.core.problem.ProblemException if the model cannot be opened or there is no such image
     */
    static Subject of(ProbeSession session, ModelChoice choice, int... indices) {
        OpenModel model = session.model(choice);
        int size = model.images().supply().size();
        for (int index : indices) {
            if (index < 0 || index >= size) {
                throw new Problem.Usage(
                                "there is no image " + index + " among the " + size + " test images",
                                choice.run().path().toString(),
                                "choose one from 0 to " + (size - 1))
                        .asException();
            }
        }
        NDManager manager = session.engine().manager().newSubManager();
        try {
            return new Subject(model, manager, model.images().supply().batch(indices, manager));
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
    }

    /**
     * That models can be compared image by image.
     *
     * @throws org.smoothbench.core.problem.ProblemException if their images differ in size, number or classes
     */
    static void requireAlike(ProbeSession session, List<ModelChoice> choices) {
        OpenModel first = session.model(choices.getFirst());
        for (ModelChoice choice : choices) {
            OpenModel other = session.model(choice);
            if (!outline(first).equals(outline(other))) {
                throw new Problem.Usage(
                                "%s has %s, but %s has %s"
                                        .formatted(
                                                first.experiment().name(),
                                                outline(first),
                                                other.experiment().name(),
                                                outline(other)),
                                choice.run().path().toString(),
                                "compare models of the same test images")
                        .asException();
            }
        }
    }

    private static String outline(OpenModel model) {
        ImageShape shape = model.images().shape();
        return "%d test images of %dx%dx%d in %d classes"
                .formatted(
                        model.images().supply().size(),
                        shape.channels(),
                        shape.height(),
                        shape.width(),
                        model.images().classNames().size());
    }

    OpenModel model() {
        return model;
    }

    NDManager manager() {
        return manager;
    }

    Batch batch() {
        return batch;
    }

    ImageShape shape() {
        return model.images().shape();
    }

    /** What the network as it is used, unfolded, says of images; it has the last word. */
    Answer[] answers(NDArray images) {
        try (NDManager scratch = manager.newSubManager()) {
            NDArray own = images.duplicate();
            own.attach(scratch);
            float[] logits = model.network().logits(own).toFloatArray();
            return answers(logits, (int) images.getShape().get(0));
        }
    }

    static Answer[] answers(float[] logits, int images) {
        int classes = logits.length / Math.max(1, images);
        Answer[] answers = new Answer[images];
        Arrays.setAll(answers, i -> new Answer(Arrays.copyOfRange(logits, i * classes, (i + 1) * classes)));
        return answers;
    }

    /** A row of a tensor of images. */
    Picture picture(float[] pixels, int row) {
        ImageShape shape = shape();
        return new Picture(
                shape.channels(),
                shape.height(),
                shape.width(),
                Arrays.copyOfRange(pixels, row * shape.size(), (row + 1) * shape.size()));
    }

    /** How far a picture is from another, in the norm of a threat model. */
    static double distance(Picture from, Picture to, ThreatModel threat) {
        double largest = 0;
        double squares = 0;
        float[] one = from.shared();
        float[] other = to.shared();
        for (int i = 0; i < one.length; i++) {
            double moved = (double) other[i] - one[i];
            largest = Math.max(largest, Math.abs(moved));
            squares += moved * moved;
        }
        return switch (threat) {
            case ThreatModel.Linf _ -> largest;
            case ThreatModel.L2 _ -> Math.sqrt(squares);
        };
    }

    @Override
    public void close() {
        manager.close();
    }
}

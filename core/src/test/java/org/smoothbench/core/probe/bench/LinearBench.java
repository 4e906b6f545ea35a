package org.smoothbench.core.probe.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.AttackSpec.Iterate;
import org.smoothbench.core.experiment.AttackSpec.Loss;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.probe.ModelChoice;
import org.smoothbench.core.probe.ProbeRuns;
import org.smoothbench.core.probe.ProbeSession;
import org.smoothbench.core.probe.ProbeTask;

/** Linear classifiers on the bench, of which everything is known in double precision. For the thread that made it. */
final class LinearBench implements AutoCloseable {

    static final ThreatModel LINF = new ThreatModel.Linf(8);
    static final AttackSpec PLAIN_PGD = new AttackSpec.Pgd(8, 0.25, 1, false, Loss.CE, 0, Iterate.FIRST_SUCCESS);

    private final TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0));
    private final ProbeSession session = new ProbeSession(engine, ProbeSession.MODELS);
    private final ProbeRuns runs;

    LinearBench(Path folder) {
        runs = new ProbeRuns(folder);
    }

    @Override
    public void close() {
        session.close();
        engine.close();
    }

    <T> T done(ProbeTask<T> task) {
        return session.whole(task, () -> false);
    }

    ProbeRuns runs() {
        return runs;
    }

    /** The tensors that are held now. */
    int tensors() {
        return engine.manager().getManagedArrays().size();
    }

    /** The tensors that are held with one model and nothing under way. */
    int tensorsOf(ModelChoice choice) {
        session.close();
        session.model(choice);
        return tensors();
    }

    /** A classifier that tells the class of the first image from another and never sees a third. */
    static final class Two {

        final ModelChoice choice;
        final double[] slope;
        final double bias;

        Two(ModelChoice choice, double[] slope, double bias) {
            this.choice = choice;
            this.slope = slope;
            this.bias = bias;
        }

        /** The logit of the class minus that of the other. */
        double margin(float[] x) {
            double sum = bias;
            for (int i = 0; i < x.length; i++) {
                sum += slope[i] * x[i];
            }
            return sum;
        }

        /** What is left of the margin after the worst perturbation of a size, which [0, 1] cuts off. */
        double worst(float[] x, double radius) {
            double sum = bias;
            for (int i = 0; i < x.length; i++) {
                sum += slope[i] * Math.clamp(x[i] - Math.signum(slope[i]) * radius, 0.0, 1.0);
            }
            return sum;
        }

        /** The L-infinity distance of an image to the boundary, by bisection; without the box it were margin over sum of slopes. */
        double boundary(float[] x) {
            double low = 0;
            double high = 1;
            for (int i = 0; i < 60; i++) {
                double middle = (low + high) / 2;
                if (worst(x, middle) < 0) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            return high;
        }
    }

    private Two two(double bias) {
        int other = (label() + 1) % ProbeRuns.CLASSES;
        int own = label();
        float[] weights = ProbeRuns.random(5);
        float[] biases = new float[ProbeRuns.CLASSES];
        double[] slope = new double[ProbeRuns.PIXELS];
        for (int i = 0; i < slope.length; i++) {
            slope[i] = (double) weights[own * ProbeRuns.PIXELS + i] - weights[other * ProbeRuns.PIXELS + i];
        }
        Arrays.fill(biases, -1000);
        biases[own] = (float) bias;
        biases[other] = 0;
        return new Two(new ModelChoice(runs.linear(weights, biases), "best", false), slope, (float) bias);
    }

    /** The classifier with an image that it is right about by so much. */
    Two rightBy(int index, double margin) {
        Two probe = two(0);
        Picture picture = done(new Thumbnails(probe.choice, List.of(index))).getFirst();
        return two(margin - probe.margin(picture.values()));
    }

    int label() {
        ModelChoice any = new ModelChoice(runs.randomLinear(1), "best", false);
        return done(new TestSetLook(any)).labels().getFirst();
    }

    /** A classifier that no perturbation fools. */
    ModelChoice immune() {
        float[] biases = new float[ProbeRuns.CLASSES];
        biases[label()] = 1;
        return new ModelChoice(runs.linear(new float[ProbeRuns.CLASSES * ProbeRuns.PIXELS], biases), "best", false);
    }

    /** Every attack of the bench, with settings of all kinds. */
    static Stream<BenchSettings> all() {
        return Stream.of(
                new BenchSettings(AttackSpec.Pgd.steps(4), new ThreatModel.L2(1), 1),
                new BenchSettings(new AttackSpec.Pgd(4, 0, 3, true, Loss.MARGIN, 2, Iterate.LAST), LINF, 1),
                new BenchSettings(new AttackSpec.Apgd(Loss.CE, 6, 2, 1), LINF, 1),
                new BenchSettings(new AttackSpec.Apgd(Loss.DLR, 6, 1, 1), new ThreatModel.L2(0.5), 1),
                new BenchSettings(new AttackSpec.ApgdTargeted(4, 2, 1), LINF, 1),
                new BenchSettings(new AttackSpec.Fab(5, 1), LINF, 1),
                new BenchSettings(new AttackSpec.Square(40, 1, 0.8), LINF, 1));
    }
}

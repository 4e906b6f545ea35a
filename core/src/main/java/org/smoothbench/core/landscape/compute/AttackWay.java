package org.smoothbench.core.landscape.compute;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.smoothbench.core.attack.Attack;
import org.smoothbench.core.attack.AutoPgd;
import org.smoothbench.core.attack.ModelQueries;
import org.smoothbench.core.attack.PathObserver;
import org.smoothbench.core.attack.PgdSearch;
import org.smoothbench.core.attack.Visit;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.landscape.AttackPath;
import org.smoothbench.core.landscape.DirectionSpec;
import org.smoothbench.core.landscape.ImagePlane;

/** The iterates of an attack on one image, to the last step whether or not it is fooled before. */
final class AttackWay {

    private final String label;
    private final List<float[]> iterates = new ArrayList<>();
    private final List<Double> losses = new ArrayList<>();
    private final List<Boolean> correct = new ArrayList<>();
    private final int found;

    private AttackWay(String label, Attack attack, boolean best, ModelQueries model, Batch image, long seed) {
        this.label = label;
        try (NDArray _ = attack.follow(model, image, seed, new Listener()).adversarial()) {
            found = best ? largestLoss() : iterates.size() - 1;
        }
    }

    /** Follows the attack of a direction on a batch of one image. */
    static AttackWay of(DirectionSpec spec, ThreatModel threat, ModelQueries model, Batch image, long seed) {
        return switch (spec) {
            case DirectionSpec.Pgd(int steps) ->
                new AttackWay(spec.label(), new PgdSearch(pgd(steps), threat), false, model, image, seed);
            case DirectionSpec.Apgd(int steps) ->
                new AttackWay(
                        spec.label(),
                        new AutoPgd(new AttackSpec.Apgd(AttackSpec.Loss.CE, steps, 1, 1), threat),
                        true,
                        model,
                        image,
                        seed);
            case DirectionSpec.Sign _ -> throw new IllegalArgumentException(spec.label() + " has no way");
        };
    }

    private static AttackSpec.Pgd pgd(int steps) {
        return new AttackSpec.Pgd(steps, 0, 1, true, AttackSpec.Loss.CE, 0, AttackSpec.Iterate.LAST);
    }

    private int largestLoss() {
        int best = 0;
        for (int i = 1; i < losses.size(); i++) {
            best = losses.get(i) > losses.get(best) ? i : best;
        }
        return best;
    }

    /** The iterates from the start to the adversarial example. */
    List<float[]> toTheExample() {
        return iterates.subList(0, found + 1);
    }

    /** What the attack adds to the image. */
    float[] perturbation(float[] image) {
        return minus(iterates.get(found), image);
    }

    private static float[] minus(float[] values, float[] others) {
        float[] differences = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            differences[i] = values[i] - others[i];
        }
        return differences;
    }

    /** The way as it is seen from a plane. */
    AttackPath on(ImagePlane plane, double radius) {
        List<AttackPath.Point> points = new ArrayList<>();
        for (int step = 0; step < iterates.size(); step++) {
            points.add(point(step, plane, radius));
        }
        return new AttackPath(label, points, found);
    }

    private AttackPath.Point point(int step, ImagePlane plane, double radius) {
        float[] move = minus(iterates.get(step), plane.image());
        double[] at = plane.coordinates(move);
        double farthest = 0;
        double aside = 0;
        double length = 0;
        for (int i = 0; i < move.length; i++) {
            double off = move[i] - at[0] * plane.first()[i] - at[1] * plane.second()[i];
            farthest = Math.max(farthest, Math.abs(off));
            aside += off * off;
            length += (double) move[i] * move[i];
        }
        double share = length == 0 ? 0 : Math.sqrt(aside / length);
        return new AttackPath.Point(step, at[0], at[1], farthest / radius, share, losses.get(step), correct.get(step));
    }

    /** Takes note of each step. */
    private final class Listener implements PathObserver {

        @Override
        public void visited(Visit visit) {
            iterates.add(ImageTensors.values(visit.iterates()));
            losses.add(visit.losses()[0]);
            correct.add(visit.correct()[0]);
        }

        @Override
        public boolean toTheEnd() {
            return true;
        }
    }
}

package org.smoothbench.core.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.model.Classifier;

/** FAB and Square say where they go, and go there whether anybody listens or not. */
final class MarginPathTest {

    private static final int PIXELS = 3 * 4 * 4;
    private static final int CLASSES = 5;
    private static final ThreatModel LINF = new ThreatModel.Linf(12);
    private static final ThreatModel L2 = new ThreatModel.L2(0.25);

    private final AttackRig rig = new AttackRig();

    @AfterEach
    void close() {
        rig.close();
    }

    /** One image at one step. */
    private static final class At {

        final int run;
        final int step;
        final int place;
        final float[] pixels;
        final float[] logits;
        final double loss;
        final boolean correct;
        final boolean within;

        At(Visit visit, int number, float[] pixels, float[] logits) {
            run = visit.run();
            step = visit.step();
            place = visit.places()[number];
            loss = visit.losses()[number];
            correct = visit.correct()[number];
            within = visit.within()[number];
            this.pixels = row(pixels, visit.rows()[number], PIXELS);
            this.logits = row(logits, visit.rows()[number], logits.length / (pixels.length / PIXELS));
        }

        private static float[] row(float[] values, int row, int each) {
            return Arrays.copyOfRange(values, row * each, (row + 1) * each);
        }

        /** What the loss should be, from the logits. */
        double margin(int label) {
            double other = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < logits.length; k++) {
                other = k == label ? other : Math.max(other, logits[k]);
            }
            return other - logits[label];
        }
    }

    /** Keeps all that it hears. */
    private static final class Listener implements PathObserver {

        private final boolean toTheEnd;
        final List<At> heard = new ArrayList<>();

        Listener(boolean toTheEnd) {
            this.toTheEnd = toTheEnd;
        }

        @Override
        public void visited(Visit visit) {
            float[] pixels = visit.iterates().toFloatArray();
            float[] logits = visit.logits().toFloatArray();
            for (int i = 0; i < visit.places().length; i++) {
                heard.add(new At(visit, i, pixels, logits));
            }
        }

        @Override
        public boolean toTheEnd() {
            return toTheEnd;
        }

        List<At> of(int place) {
            return heard.stream().filter(at -> at.place == place).toList();
        }
    }

    record Case(String name, Attack attack, ThreatModel threat) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Case> cases() {
        return Stream.of(
                new Case("square", new SquareAttack(new AttackSpec.Square(60, 2, 0.8), LINF), LINF),
                new Case("square, L2", new SquareAttack(new AttackSpec.Square(60, 2, 0.8), L2), L2),
                new Case("fab", new Fab(new AttackSpec.Fab(8, 2), LINF), LINF),
                new Case("fab, L2", new Fab(new AttackSpec.Fab(8, 2), L2), L2),
                new Case("fab-t", new Fab(new AttackSpec.FabTargeted(8, 3, 1), LINF), LINF));
    }

    private static Stream<Case> squares() {
        return cases().filter(one -> one.attack instanceof SquareAttack);
    }

    private Batch batch(Classifier model) {
        return rig.seenBy(model, 4, 0, 1, 24, 3, 4, 4);
    }

    private static double distance(float[] from, int place, float[] to, ThreatModel threat) {
        double largest = 0;
        double squares = 0;
        for (int i = 0; i < PIXELS; i++) {
            double moved = (double) to[i] - from[place * PIXELS + i];
            largest = Math.max(largest, Math.abs(moved));
            squares += moved * moved;
        }
        return threat instanceof ThreatModel.Linf ? largest : Math.sqrt(squares);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void listeningChangesNoBitAndAsksNoMore(Case one) {
        Classifier model = rig.twoLayers(PIXELS, 16, CLASSES, 3);
        Batch batch = batch(model);
        ModelQueries unheard = new ModelQueries(model);
        AttackOutcome alone = one.attack.run(unheard, batch, 1);
        assertThat(alone.fallen()).contains(true).contains(false);
        ModelQueries heard = new ModelQueries(model);
        AttackOutcome followed = one.attack.follow(heard, batch, 1, new Listener(false));
        assertThat(followed.fallen()).isEqualTo(alone.fallen());
        assertThat(followed.adversarial().toFloatArray())
                .isEqualTo(alone.adversarial().toFloatArray());
        assertThat(heard.passes()).isEqualTo(unheard.passes());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void figuresAreThoseOfWhatWasVisitedAndTheExampleIsAmongIt(Case one) {
        Classifier model = rig.twoLayers(PIXELS, 16, CLASSES, 3);
        Batch batch = batch(model);
        Listener listener = new Listener(false);
        AttackOutcome outcome = one.attack.follow(new ModelQueries(model), batch, 1, listener);
        float[] clean = batch.images().toFloatArray();
        float[] found = outcome.adversarial().toFloatArray();
        for (At at : listener.heard) {
            int label = batch.label(at.place);
            assertThat(at.loss).isCloseTo(at.margin(label), within(1e-6));
            assertThat(at.correct).isEqualTo(at.margin(label) <= 0);
            double distance = distance(clean, at.place, at.pixels, one.threat);
            // Rounding of pixels to float32.
            assertThat(at.within).isEqualTo(distance <= one.threat.radius() + 1e-6);
            assertThat(at.within || one.attack instanceof Fab).isTrue();
            for (float pixel : at.pixels) {
                assertThat(pixel).isBetween(0f, 1f);
            }
        }
        for (int place = 0; place < batch.size(); place++) {
            List<At> examples = listener.of(place).stream()
                    .filter(at -> !at.correct && at.within)
                    .toList();
            assertThat(!examples.isEmpty()).isEqualTo(outcome.fell(place));
            if (outcome.fell(place)) {
                assertThat(examples).hasSize(1);
                assertThat(listener.of(place).getLast()).isSameAs(examples.getFirst());
                assertThat(examples.getFirst().pixels)
                        .isEqualTo(Arrays.copyOfRange(found, place * PIXELS, (place + 1) * PIXELS));
            }
        }
        if (one.attack instanceof Fab) {
            assertThat(listener.heard).anyMatch(at -> !at.within);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void staysToTheEndOfTheRunWhereThereIsMoreToSee(Case one) {
        Classifier model = rig.twoLayers(PIXELS, 16, CLASSES, 3);
        Batch batch = batch(model);
        AttackOutcome alone = one.attack.run(new ModelQueries(model), batch, 1);
        Listener listener = new Listener(true);
        AttackOutcome whole = one.attack.follow(new ModelQueries(model), batch, 1, listener);
        assertThat(whole.fallen()).isEqualTo(alone.fallen());
        float[] expected = alone.adversarial().toFloatArray();
        float[] found = whole.adversarial().toFloatArray();
        for (int i = 0; i < expected.length; i++) {
            // A batch that keeps its rows multiplies its matrices in another order.
            assertThat(found[i]).isCloseTo(expected[i], within(1e-4f));
        }
        if (one.attack instanceof Fab) {
            Map<List<Integer>, Integer> visits = new HashMap<>();
            listener.heard.forEach(at -> visits.merge(List.of(at.run, at.place), 1, Integer::sum));
            assertThat(visits.values()).containsOnly(9);
        }
    }

    /** The search once more, in double precision and for one image. */
    @ParameterizedTest
    @MethodSource("squares")
    void squareTellsOfTheMovesThatLowerTheMargin(Case one) {
        float[] weights = AttackRig.random(CLASSES * PIXELS, 8, -1, 1);
        Classifier model = rig.affine(weights, new float[CLASSES]);
        Batch batch = rig.seenBy(model, 5, 0, 1, 1, 3, 4, 4);
        // So near that nothing fools and all moves are tried.
        ThreatModel small = one.threat.scaled(0.02);
        Listener listener = new Listener(true);
        var _ = new SquareAttack(new AttackSpec.Square(40, 1, 0.8), small)
                .follow(new ModelQueries(model), batch, 7, listener);
        List<Integer> kept = new ArrayList<>();
        try (NDManager scratch = rig.engine.manager().newSubManager()) {
            SquareMoves moves =
                    SquareMoves.around(batch, small, new SquareSchedule(0.8), new ImageDraws(7, 0), scratch);
            var best = moves.first();
            double least = margin(weights, best.toFloatArray(), batch.label(0));
            kept.add(0);
            for (int i = 0; i < 40; i++) {
                var candidate = moves.next(i, best.duplicate());
                double margin = margin(weights, candidate.toFloatArray(), batch.label(0));
                int tried = i + 1;
                // A move that changes last bits of pixels only may be kept or not, as float32 has it.
                boolean keeps = Math.abs(margin - least) < 1e-5
                        ? listener.heard.stream().anyMatch(at -> at.step == tried)
                        : margin < least;
                if (keeps) {
                    least = margin;
                    best = candidate;
                    kept.add(tried);
                }
            }
            assertThat(listener.heard).extracting(at -> at.step).containsExactlyElementsOf(kept);
            assertThat(listener.heard.getLast().loss).isCloseTo(-least, within(1e-5));
            assertThat(listener.heard.getLast().pixels).isEqualTo(best.toFloatArray());
        }
        assertThat(kept).hasSizeBetween(3, 40);
    }

    private static double margin(float[] weights, float[] x, int label) {
        double[] logits = new double[CLASSES];
        for (int p = 0; p < x.length; p++) {
            for (int k = 0; k < CLASSES; k++) {
                logits[k] += (double) x[p] * weights[p * CLASSES + k];
            }
        }
        double own = logits[label];
        logits[label] = Double.NEGATIVE_INFINITY;
        return own - Arrays.stream(logits).max().orElseThrow();
    }

    /** Of two classes and far from the ends of [0, 1], every step of FAB lies on one line through the image. */
    @Test
    void theWayOfFabOnALinearModelIsItsClosedForm() {
        float[] weights = AttackRig.random(2 * PIXELS, 3, -1, 1);
        Classifier model = rig.undecidedAtGrey(weights, 2);
        Batch batch = rig.seenBy(model, 4, 0.45, 0.55, 3, 3, 4, 4);
        Listener listener = new Listener(true);
        var _ = new Fab(new AttackSpec.Fab(3, 1), LINF).follow(new ModelQueries(model), batch, 1, listener);
        float[] x = batch.images().toFloatArray();
        for (int place = 0; place < 3; place++) {
            double[] up = new double[PIXELS];
            double margin = 0;
            double slope = 0;
            double away = batch.label(place) == 0 ? 1 : -1;
            for (int p = 0; p < PIXELS; p++) {
                up[p] = away * ((double) weights[2 * p + 1] - weights[2 * p]);
                margin -= up[p] * (x[place * PIXELS + p] - 0.5);
                slope += Math.abs(up[p]);
            }
            double boundary = margin / slope;
            // How far along the line, as multiples of the way to the boundary.
            double at = 0;
            List<At> way = listener.of(place);
            assertThat(way).extracting(each -> each.step).containsExactly(0, 1, 2, 3);
            for (int step = 0; step <= 3; step++) {
                for (int p = 0; p < PIXELS; p++) {
                    double expected = x[place * PIXELS + p] + Math.signum(up[p]) * at * boundary;
                    assertThat((double) way.get(step).pixels[p]).isCloseTo(expected, within(2e-6));
                }
                assertThat(way.get(step).loss).isCloseTo((at - 1) * margin, within(1e-4));
                double here = at > 1 ? 0.9 * at : at;
                double bias = Math.min(0.1, Math.abs(1 - here) / (Math.abs(1 - here) + 1));
                at = (here + 1.05 * (1 - here)) * (1 - bias) + 1.05 * bias;
            }
        }
    }
}

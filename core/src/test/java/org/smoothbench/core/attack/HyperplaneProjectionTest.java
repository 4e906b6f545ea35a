package org.smoothbench.core.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.RuntimeSpec;

/** The projection against bisection in double precision, and what must hold of any shortest way. */
class HyperplaneProjectionTest {

    private final TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0));

    @AfterEach
    void close() {
        engine.close();
    }

    /** Images and hyperplanes, some of which no image in [0, 1] reaches, some with weights and pixels of zero. */
    private static final class Cases {

        final int pixels;
        final float[][] images;
        final float[][] normals;
        final float[] excess;

        Cases(long seed, int count, int pixels) {
            this.pixels = pixels;
            SplittableRandom random = new SplittableRandom(seed);
            images = new float[count][pixels];
            normals = new float[count][pixels];
            excess = new float[count];
            for (int i = 0; i < count; i++) {
                double scale = Math.pow(10, random.nextDouble(-12, 3));
                double saturated = random.nextDouble();
                for (int p = 0; p < pixels; p++) {
                    images[i][p] = random.nextDouble() < saturated ? random.nextInt(2) : (float) random.nextDouble();
                    normals[i][p] = random.nextDouble() < 0.1
                            ? 0
                            : (float) (scale * random.nextGaussian() * (i % 3 == 0 ? random.nextDouble() : 1));
                }
                // From a hair's breadth to a fifth more than any move takes away.
                double share = i % 5 == 0 ? 1.2 * random.nextDouble() : Math.pow(10, random.nextDouble(-6, 0));
                int sign = random.nextBoolean() ? 1 : -1;
                excess[i] = (float) (sign * share * reach(i, sign));
            }
        }

        /** How much of an excess with this sign can be taken away. */
        double reach(int i, int sign) {
            double sum = 0;
            for (int p = 0; p < pixels; p++) {
                sum += Math.abs(normals[i][p]) * room(i, p, sign);
            }
            return sum;
        }

        double room(int i, int p, int sign) {
            return sign * normals[i][p] > 0 ? images[i][p] : 1 - (double) images[i][p];
        }

        int sign(int i) {
            return excess[i] >= 0 ? 1 : -1;
        }

        boolean reachable(int i) {
            return Math.abs((double) excess[i]) < reach(i, sign(i)) * (1 - 1e-6);
        }

        double pace(HyperplaneProjection norm, int i, int p) {
            return norm == HyperplaneProjection.LINF ? 1 : Math.abs((double) normals[i][p]);
        }

        /** Sixty rounds of bisection on the distance. */
        double[] bisected(HyperplaneProjection norm, int i) {
            double low = 0;
            double high = 0;
            for (int p = 0; p < pixels; p++) {
                if (normals[i][p] != 0) {
                    high = Math.max(high, room(i, p, sign(i)) / pace(norm, i, p));
                }
            }
            for (int round = 0; round < 60; round++) {
                double middle = (low + high) / 2;
                double taken = 0;
                for (int p = 0; p < pixels; p++) {
                    taken += Math.abs(normals[i][p]) * Math.min(middle * pace(norm, i, p), room(i, p, sign(i)));
                }
                if (taken < Math.abs((double) excess[i])) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            double[] move = new double[pixels];
            for (int p = 0; p < pixels; p++) {
                double ahead = Math.signum(normals[i][p]) * sign(i);
                move[p] = -ahead * Math.min(high * pace(norm, i, p), room(i, p, sign(i)));
            }
            return move;
        }
    }

    private float[][] displaced(HyperplaneProjection norm, Cases cases) {
        int count = cases.images.length;
        NDManager manager = engine.manager();
        NDArray moves = norm.displacement(
                tensor(cases.images),
                tensor(cases.normals),
                manager.create(cases.excess, new Shape(count, 1)).duplicate());
        float[] flat = moves.toFloatArray();
        float[][] rows = new float[count][cases.pixels];
        for (int i = 0; i < count; i++) {
            System.arraycopy(flat, i * cases.pixels, rows[i], 0, cases.pixels);
        }
        return rows;
    }

    private NDArray tensor(float[][] rows) {
        return engine.manager().create(rows).duplicate();
    }

    @ParameterizedTest
    @EnumSource
    void goesWhereBisectionInDoublePrecisionGoes(HyperplaneProjection norm) {
        int unreachable = 0;
        for (int seed = 0; seed < 8; seed++) {
            Cases cases = new Cases(seed, 50, 1 + seed * seed * 40);
            float[][] moves = displaced(norm, cases);
            for (int i = 0; i < moves.length; i++) {
                double[] expected = cases.bisected(norm, i);
                double longest = 0;
                for (double each : expected) {
                    longest = Math.max(longest, Math.abs(each));
                }
                for (int p = 0; p < cases.pixels; p++) {
                    // Float32's rounding of sums over the pixels, where almost all pixels have met their end.
                    assertThat((double) moves[i][p])
                            .as("seed %d image %d pixel %d", seed, i, p)
                            .isCloseTo(expected[p], within(2e-4 * longest + 1e-9));
                }
                unreachable += cases.reachable(i) ? 0 : 1;
            }
        }
        assertThat(unreachable).isGreaterThan(10);
    }

    @ParameterizedTest
    @EnumSource
    void meetsTheHyperplaneWithinTheBoxOrEndsInTheCorner(HyperplaneProjection norm) {
        Cases cases = new Cases(77, 200, 500);
        float[][] moves = displaced(norm, cases);
        for (int i = 0; i < moves.length; i++) {
            double left = cases.excess[i];
            for (int p = 0; p < cases.pixels; p++) {
                left += (double) cases.normals[i][p] * moves[i][p];
                assertThat(cases.images[i][p] + moves[i][p]).isBetween(0f, 1f);
                if (cases.normals[i][p] == 0) {
                    assertThat(moves[i][p]).isZero();
                }
            }
            if (cases.reachable(i)) {
                assertThat(left).isCloseTo(0, within(3e-6 * cases.reach(i, cases.sign(i))));
                assertThat(Math.abs(left)).isLessThan(1e-4 * Math.abs(cases.excess[i]) + 1e-30);
            } else {
                for (int p = 0; p < cases.pixels; p++) {
                    double corner = cases.normals[i][p] == 0 ? 0 : cases.room(i, p, cases.sign(i));
                    assertThat(Math.abs((double) moves[i][p])).isCloseTo(corner, within(1e-3));
                }
            }
        }
    }

    /**
     * The conditions of Karush, Kuhn and Tucker: pixels between the ends all go by their pace times one distance, those
     * at an end no further than that.
     */
    @ParameterizedTest
    @EnumSource
    void noShorterWayIsLeft(HyperplaneProjection norm) {
        Cases cases = new Cases(78, 100, 300);
        float[][] moves = displaced(norm, cases);
        for (int i = 0; i < moves.length; i++) {
            double distance = 0;
            for (int p = 0; p < cases.pixels; p++) {
                if (cases.normals[i][p] != 0) {
                    distance = Math.max(distance, Math.abs(moves[i][p]) / cases.pace(norm, i, p));
                }
            }
            for (int p = 0; p < cases.pixels; p++) {
                boolean free = Math.abs(moves[i][p]) < cases.room(i, p, cases.sign(i)) - 1e-7;
                if (free && cases.normals[i][p] != 0) {
                    double pace = cases.pace(norm, i, p);
                    assertThat(Math.abs(moves[i][p]))
                            .isCloseTo((float) (distance * pace), within((float) (1e-5 * distance * pace)));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anImageOfAHundredThousandPixelsLosesNoDigits(HyperplaneProjection norm) {
        Cases cases = new Cases(5, 10, 150_528);
        float[][] moves = displaced(norm, cases);
        for (int i = 0; i < moves.length; i++) {
            if (cases.reachable(i)) {
                double left = cases.excess[i];
                for (int p = 0; p < cases.pixels; p++) {
                    left += (double) cases.normals[i][p] * moves[i][p];
                }
                assertThat(Math.abs(left / cases.excess[i])).isLessThan(1e-5);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void staysWhereThereIsNoGradientOrNoExcess(HyperplaneProjection norm) {
        NDManager manager = engine.manager();
        NDArray images =
                manager.create(new float[][] {{0.5f, 0.25f}, {0.5f, 0}}).duplicate();
        NDArray normals = manager.create(new float[][] {{0, 0}, {1, -1}}).duplicate();
        NDArray excess = manager.create(new float[][] {{3}, {0}}).duplicate();
        for (float move : norm.displacement(images, normals, excess).toFloatArray()) {
            assertThat(Math.abs(move)).isZero();
        }
    }

    @Test
    void leavesNoTensorBehind() {
        Cases cases = new Cases(3, 4, 6);
        try (NDManager scratch = engine.manager().newSubManager()) {
            NDArray images = Handle.of(tensor(cases.images), scratch);
            NDArray normals = tensor(cases.normals);
            NDArray excess = engine.manager().create(cases.excess, new Shape(4, 1));
            int before = engine.manager().getManagedArrays().size();
            NDArray moves = HyperplaneProjection.L2.displacement(images, normals, excess);
            assertThat(moves.getManager()).isEqualTo(scratch);
            // Those of managers below count as well.
            assertThat(engine.manager().getManagedArrays()).hasSize(before + 1);
        }
    }
}

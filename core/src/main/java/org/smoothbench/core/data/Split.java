package org.smoothbench.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.smoothbench.core.experiment.SplitSpec;
import org.smoothbench.core.problem.Problem;

/**
 * Which images are trained on and which are kept for validation, disjoint and each with every class in its share. Follows
 * from labels and specification alone. Fewer images to train on are always a part of more.
 */
public final class Split {

    private final int[] training;
    private final int[] validation;

    private Split(int[] training, int[] validation) {
        this.training = training;
        this.validation = validation;
    }

    /**
     * Splits a set.
     *
     * @param labels the class of each image
     * @param classes how many classes there are
     * @throws org.smoothbench.core.problem.ProblemException if there are too few images
     */
    public static Split of(int[] labels, int classes, SplitSpec spec) {
        requireEnough(labels.length, spec);
        int[][] shuffled = shuffledByClass(labels, classes, spec.seed());
        int[] sizes = Arrays.stream(shuffled).mapToInt(each -> each.length).toArray();
        int[] kept = shares(sizes, spec.validation());
        int[] left = IntStream.range(0, classes).map(c -> sizes[c] - kept[c]).toArray();
        int used = spec.training() == 0 ? Arrays.stream(left).sum() : spec.training();
        int[] taken = shares(left, used);
        int[] none = new int[classes];
        int[] ends = IntStream.range(0, classes).map(c -> kept[c] + taken[c]).toArray();
        return new Split(gather(shuffled, kept, ends), gather(shuffled, none, kept));
    }

    private static void requireEnough(int images, SplitSpec spec) {
        if (spec.validation() >= images) {
            throw new Problem.Specification(
                            "asks for %d validation images and leaves none of the %d to train on"
                                    .formatted(spec.validation(), images),
                            "$.split.validation",
                            "ask for fewer")
                    .asException();
        }
        if (spec.training() > images - spec.validation()) {
            throw new Problem.Specification(
                            "asks for %d images to train on and %d for validation, but there are only %d"
                                    .formatted(spec.training(), spec.validation(), images),
                            "$.split.training",
                            "ask for fewer, or for 0 to take all that are left")
                    .asException();
        }
    }

    private static int[][] shuffledByClass(int[] labels, int classes, int seed) {
        List<List<Integer>> byClass = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            byClass.add(new ArrayList<>());
        }
        for (int i = 0; i < labels.length; i++) {
            byClass.get(labels[i]).add(i);
        }
        int[][] shuffled = new int[classes][];
        for (int c = 0; c < classes; c++) {
            shuffled[c] = byClass.get(c).stream().mapToInt(Integer::intValue).toArray();
            shuffle(shuffled[c], SeededRandom.stream(seed, c));
        }
        return shuffled;
    }

    private static void shuffle(int[] values, SeededRandom random) {
        for (int last = values.length - 1; last > 0; last--) {
            int other = random.below(last + 1);
            int value = values[last];
            values[last] = values[other];
            values[other] = value;
        }
    }

    /** How many of each class make a total, by largest remainders; among equal ones the first classes get more. */
    private static int[] shares(int[] sizes, int total) {
        long all = Arrays.stream(sizes).sum();
        if (all == 0) {
            return new int[sizes.length];
        }
        int[] shares = Arrays.stream(sizes)
                .map(size -> (int) ((long) size * total / all))
                .toArray();
        int missing = total - Arrays.stream(shares).sum();
        IntStream.range(0, sizes.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer c) -> -((long) sizes[c] * total % all)))
                .limit(missing)
                .forEach(c -> shares[c]++);
        return shares;
    }

    private static int[] gather(int[][] shuffled, int[] from, int[] to) {
        return IntStream.range(0, shuffled.length)
                .flatMap(c -> Arrays.stream(shuffled[c], from[c], to[c]))
                .sorted()
                .toArray();
    }

    /** The places of the images to train on, rising. */
    public int[] training() {
        return training;
    }

    /** The places of the images kept for validation, rising. */
    public int[] validation() {
        return validation;
    }
}

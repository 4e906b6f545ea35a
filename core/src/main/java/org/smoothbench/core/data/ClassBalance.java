package org.smoothbench.core.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many images each class has.
 *
 * @param classNames the classes
 * @param counts the images of each, in the same order
 */
public record ClassBalance(List<String> classNames, List<Integer> counts) {

    /** Beyond this many times the smallest class, the largest one weighs on every average. */
    private static final double UNBALANCED = 1.5;

    public ClassBalance {
        classNames = List.copyOf(classNames);
        counts = List.copyOf(counts);
    }

    /** Counts labels, each an index into the names. */
    public static ClassBalance of(int[] labels, List<String> classNames) {
        int[] counts = new int[classNames.size()];
        for (int label : labels) {
            counts[label]++;
        }
        return new ClassBalance(classNames, Arrays.stream(counts).boxed().toList());
    }

    /** The first class with the fewest images. */
    public int smallest() {
        return classes().min(Comparator.comparingInt(counts::get)).orElse(0);
    }

    /** The first class with the most images. */
    public int largest() {
        return classes()
                .max(Comparator.<Integer>comparingInt(counts::get).thenComparing(Comparator.reverseOrder()))
                .orElse(0);
    }

    private Stream<Integer> classes() {
        return IntStream.range(0, counts.size()).boxed();
    }

    /** What a person should know before training: classes without images, or one much larger than another. */
    public Optional<String> warning() {
        List<String> empty = classes()
                .filter(label -> counts.get(label) == 0)
                .map(classNames::get)
                .toList();
        if (!empty.isEmpty()) {
            return Optional.of("%d of %d classes have no training images: %s"
                    .formatted(empty.size(), classNames.size(), Abridged.list(empty)));
        }
        int least = counts.get(smallest());
        int most = counts.get(largest());
        return most <= UNBALANCED * least
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "the classes are unbalanced: %d training images of \"%s\", %d of \"%s\" (%.1f times as many)",
                        least,
                        classNames.get(smallest()),
                        most,
                        classNames.get(largest()),
                        (double) most / least));
    }
}

package org.smoothbench.core.preset;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What the paper reports of an experiment; for comparison, never a result of ours.
 *
 * @param accuracy on clean images, in percent, if it is reported
 * @param robustness accuracy under attack, in percent, if it is reported
 * @param conditions the attack and the images that the robustness is for, or else what is said in words
 */
public record Published(OptionalDouble accuracy, OptionalDouble robustness, String conditions) {

    /** Nothing is reported. */
    public static final Published NOTHING = new Published(OptionalDouble.empty(), OptionalDouble.empty(), "");

    private static final String IMAGENET = "PGD-200, eps 4/255, on ImageNet";

    /** Both accuracies on ImageNet, robustness under PGD-200. */
    static Published imagenet(double accuracy, double robustness) {
        return new Published(OptionalDouble.of(accuracy), OptionalDouble.of(robustness), IMAGENET);
    }

    /** Robustness on ImageNet under PGD-200. */
    static Published robustness(double robustness) {
        return new Published(OptionalDouble.empty(), OptionalDouble.of(robustness), IMAGENET);
    }

    /** Accuracy on ImageNet under PGD-1. */
    static Published underSingleStep(double robustness) {
        return new Published(OptionalDouble.empty(), OptionalDouble.of(robustness), "PGD-1, eps 4/255, on ImageNet");
    }

    /** Accuracy on clean images of ImageNet. */
    static Published accuracy(double accuracy) {
        return new Published(OptionalDouble.of(accuracy), OptionalDouble.empty(), "ImageNet");
    }

    /** What is reported in words. */
    static Published words(String text) {
        return new Published(OptionalDouble.empty(), OptionalDouble.empty(), text);
    }

    /** On one line, such as {@code 68.8 % clean, 33.0 % robust (PGD-200, eps 4/255, on ImageNet)}; empty for nothing. */
    public String text() {
        StringBuilder text = new StringBuilder();
        accuracy.ifPresent(value -> text.append(String.format(Locale.ROOT, "%.1f %% clean", value)));
        robustness.ifPresent(value ->
                text.append(String.format(Locale.ROOT, "%s%.1f %% robust", text.isEmpty() ? "" : ", ", value)));
        if (text.isEmpty()) {
            return conditions;
        }
        return text + " (" + conditions + ")";
    }
}

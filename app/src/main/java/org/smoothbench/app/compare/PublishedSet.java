package org.smoothbench.app.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.smoothbench.core.preset.Presets;
import org.smoothbench.core.preset.Published;
import org.smoothbench.core.preset.ReleasedModel;
import org.smoothbench.core.preset.Scale;

/** Published accuracies that can stand beside our own, marked as what they are. */
public enum PublishedSet {
    /** What the paper's Figure 3 shows, as far as the paper gives both numbers. */
    PAPER("paper", "The paper's points", "ResNet-50, Figure 3 of the paper") {
        @Override
        List<Result> results() {
            return new Presets()
                    .study("figure3").stream()
                            .flatMap(study -> study.at(Scale.FULL).stream())
                            .filter(preset -> preset.published().accuracy().isPresent()
                                    && preset.published().robustness().isPresent())
                            .map(preset -> new Result(preset.description().replaceFirst(",.*", ""), preset.published()))
                            .toList();
        }
    },
    /** The models that the paper's authors released. */
    RELEASED("released", "Released models", "ResNet-50, released by the paper's authors") {
        @Override
        List<Result> results() {
            return ReleasedModel.all().stream()
                    .map(model -> new Result(model.activation().label(), model.published()))
                    .toList();
        }
    };

    private final String word;
    private final String label;
    private final String source;

    /**
     * One published result.
     *
     * @param activation its label
     * @param numbers both accuracies
     */
    record Result(String activation, Published numbers) {}

    PublishedSet(String word, String label, String source) {
        this.word = word;
        this.label = label;
        this.source = source;
    }

    abstract List<Result> results();

    /** What its points are called beside their activation. */
    String word() {
        return word;
    }

    /** What its switch says. */
    String label() {
        return label;
    }

    /** The network and where the numbers stand. */
    String source() {
        return source;
    }

    /** What has to be said wherever its points are seen: network, attack, budget and images. */
    String note() {
        String conditions = results().stream()
                .map(result -> result.numbers().conditions())
                .distinct()
                .collect(Collectors.joining("; "));
        return word + ", not measured here: " + source + "; " + conditions;
    }

    /** What files and ids call it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PublishedSet> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }
}

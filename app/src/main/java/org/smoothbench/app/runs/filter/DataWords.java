package org.smoothbench.app.runs.filter;

import java.util.List;
import java.util.stream.Collectors;
import org.smoothbench.core.experiment.DataSpec;

/** Data sets in words. */
final class DataWords {

    private DataWords() {}

    /** The kind as a specification names it, and what the folders or files are called, without where they lie. */
    static String of(DataSpec data) {
        return switch (data) {
            case DataSpec.Cifar10Binary set -> "cifar10-binary " + names(List.of(set.path()));
            case DataSpec.Cifar100Binary set -> "cifar100-binary " + names(List.of(set.path()));
            case DataSpec.Idx set -> "idx " + names(List.of(set.path()));
            case DataSpec.ImageFolder set -> "image-folder " + names(set.train());
        };
    }

    private static String names(List<String> paths) {
        return paths.stream()
                .map(path -> path.replaceAll("[/\\\\]+$", "").replaceAll("^.*[/\\\\]", ""))
                .collect(Collectors.joining(" "));
    }
}

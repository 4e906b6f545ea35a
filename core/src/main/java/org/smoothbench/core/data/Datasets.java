package org.smoothbench.core.data;

import java.nio.file.Path;
import org.smoothbench.core.experiment.DataSpec;

/** Opens the data a specification names, whatever its format. */
public final class Datasets {

    private Datasets() {}

    /**
     * Reads everything into memory; seconds for tens of thousands of images.
     *
     * @throws org.smoothbench.core.problem.ProblemException if anything is missing, damaged or of the wrong kind
     */
    public static Dataset open(DataSpec data) {
        return switch (data) {
            case DataSpec.Cifar10Binary cifar -> Cifar10Reader.read(Path.of(cifar.path()));
            case DataSpec.ImageFolder folder ->
                ImageFolderReader.read(
                        folder.train().stream().map(Path::of).toList(),
                        folder.test().stream().map(Path::of).toList());
        };
    }
}

package org.smoothbench.core.data;

import java.nio.file.Path;
import java.util.Optional;
import org.smoothbench.core.experiment.DataSpec;
import org.smoothbench.core.experiment.SplitSpec;

/** Opens the data a specification names, whatever its format. */
public final class Datasets {

    private Datasets() {}

    /**
     * Reads the images into memory, in seconds for tens of thousands; folders may stay on disk instead. The caller closes it.
     *
     * @param split which of the training images are used and which kept for validation
     * @throws org.smoothbench.core.problem.ProblemException if anything is missing, damaged or of the wrong kind
     */
    public static Dataset open(DataSpec data, SplitSpec split) {
        return switch (data) {
            case DataSpec.Cifar10Binary cifar -> split(Cifar10Reader.read(Path.of(cifar.path())), split);
            case DataSpec.Cifar100Binary cifar ->
                split(Cifar100Reader.read(Path.of(cifar.path()), cifar.labels()), split);
            case DataSpec.Idx idx -> split(IdxReader.read(Path.of(idx.path())), split);
            case DataSpec.ImageFolder folder -> ImageFolderReader.read(folder, split);
        };
    }

    /**
     * Reads the test images alone, for finished models: of a folder, images to train on are only listed, since their folders
     * name the classes and their first image has the size of all. The caller closes it.
     *
     * @throws org.smoothbench.core.problem.ProblemException if anything looked at is missing, damaged or of the wrong kind
     */
    public static TestSet openTest(DataSpec data) {
        return switch (data) {
            case DataSpec.Cifar10Binary _, DataSpec.Cifar100Binary _, DataSpec.Idx _ -> {
                Dataset all = open(data, SplitSpec.ALL);
                yield new TestSet(all.test(), all.classNames());
            }
            case DataSpec.ImageFolder folder -> ImageFolderReader.readTest(folder);
        };
    }

    private static Dataset split(StoredSets sets, SplitSpec spec) {
        if (spec.training() == 0 && spec.validation() == 0) {
            return new Dataset(sets.train(), sets.test(), sets.classNames());
        }
        Split parts = Split.of(sets.train().labels(), sets.classNames().size(), spec);
        return new Dataset(
                sets.train().subset(parts.training()),
                parts.validation().length == 0
                        ? Optional.empty()
                        : Optional.of(sets.train().subset(parts.validation())),
                sets.test(),
                sets.classNames());
    }
}

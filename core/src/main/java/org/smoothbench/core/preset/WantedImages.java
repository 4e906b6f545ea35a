package org.smoothbench.core.preset;

import java.nio.file.Path;
import java.util.List;
import org.smoothbench.core.experiment.DataSpec;
import org.smoothbench.core.experiment.ImageScaling;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;

/** The images a preset is made for. */
public sealed interface WantedImages {

    /** What they are, in words. */
    String label();

    /** The data with a stand-in for where they lie, to be read by people. */
    DataSpec standIn();

    /**
     * The data as the preset uses it.
     *
     * @param found what lies in a folder
     * @param folder where it lies
     * @throws ProblemException if they are not the images the preset is for
     */
    DataSpec fit(DataSpec found, Path folder);

    /**
     * Photographs of many sizes in a folder for each class, as ImageNet has them.
     *
     * @param resolution width and height that the network sees
     */
    record Photographs(int resolution) implements WantedImages {

        @Override
        public String label() {
            return "ImageNet, or other photographs in a folder for each class";
        }

        @Override
        public DataSpec standIn() {
            return new DataSpec.ImageFolder(List.of("imagenet/train"), List.of("imagenet/val"))
                    .withSize(new ImageScaling.Imagenet(resolution));
        }

        @Override
        public DataSpec fit(DataSpec found, Path folder) {
            return switch (found) {
                case DataSpec.ImageFolder images -> images.withSize(new ImageScaling.Imagenet(resolution));
                case DataSpec.Cifar10Binary _, DataSpec.Cifar100Binary _, DataSpec.Idx _ -> throw others(this, folder);
            };
        }
    }

    /** CIFAR-10, as binary batches or as image files. */
    record Cifar10() implements WantedImages {

        @Override
        public String label() {
            return "CIFAR-10, as data_batch_*.bin or as image files in a folder for each class";
        }

        @Override
        public DataSpec standIn() {
            return new DataSpec.Cifar10Binary("cifar-10-batches-bin");
        }

        @Override
        public DataSpec fit(DataSpec found, Path folder) {
            return switch (found) {
                case DataSpec.Cifar10Binary _, DataSpec.ImageFolder _ -> found;
                case DataSpec.Cifar100Binary _, DataSpec.Idx _ -> throw others(this, folder);
            };
        }
    }

    /** The program's own image set, in CIFAR-10's layout. */
    record Sample() implements WantedImages {

        @Override
        public String label() {
            return "the sample images, which come with the program";
        }

        @Override
        public DataSpec standIn() {
            return new DataSpec.Cifar10Binary("sample-data");
        }

        @Override
        public DataSpec fit(DataSpec found, Path folder) {
            return new Cifar10().fit(found, folder);
        }
    }

    private static ProblemException others(WantedImages wanted, Path folder) {
        return new Problem.Data(
                        "these are other images than the preset is for",
                        folder.toString(),
                        "it takes " + wanted.label()
                                + "; to use others, save it with: smoothbench presets show NAME --out DIR,"
                                + " and change its data")
                .asException();
    }
}

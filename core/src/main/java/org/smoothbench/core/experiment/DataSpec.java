package org.smoothbench.core.experiment;

import com.google.gson.JsonPrimitive;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.smoothbench.core.schema.InvalidSettingException;
import org.smoothbench.core.schema.Setting;
import org.smoothbench.core.schema.Variant;

/** Where images come from. Paths are relative to the specification's file until {@link #resolve} makes them absolute. */
public sealed interface DataSpec {

    /** The same data, its relative paths resolved against a folder. */
    DataSpec resolve(Path folder);

    /** The CIFAR-10 binary layout. */
    @Variant(
            value = "cifar10-binary",
            help = "A folder with data_batch_*.bin and test_batch.bin: a label byte, then 3072 colour bytes an image")
    record Cifar10Binary(
            @Setting(help = "The folder with the .bin files")
            String path) implements DataSpec {

        public Cifar10Binary {
            requirePath("path", path);
        }

        @Override
        public DataSpec resolve(Path folder) {
            return new Cifar10Binary(absolute(folder, path));
        }
    }

    /** The CIFAR-100 binary layout. */
    @Variant(
            value = "cifar100-binary",
            help =
                    "A folder with train.bin and test.bin: a coarse and a fine label byte, then 3072 colour bytes an image")
    record Cifar100Binary(
            @Setting(help = "The folder with the .bin files")
            String path,

            @Setting(
                    help = "Which of the two labels is the class: one of 100 fine or of 20 coarse ones",
                    defaultValue = "\"fine\"")
            Labels labels)
            implements DataSpec {

        /** The two ways CIFAR-100 sorts its images. */
        public enum Labels {
            /** 100 classes. */
            FINE,
            /** 20 classes of five fine ones each. */
            COARSE
        }

        public Cifar100Binary {
            requirePath("path", path);
        }

        @Override
        public DataSpec resolve(Path folder) {
            return new Cifar100Binary(absolute(folder, path), labels);
        }
    }

    /** The layout of MNIST and Fashion-MNIST. */
    @Variant(
            value = "idx",
            help =
                    "A folder with the four files of MNIST or Fashion-MNIST, such as train-images-idx3-ubyte, plain or .gz")
    record Idx(
            @Setting(help = "The folder with the idx files") String path) implements DataSpec {

        public Idx {
            requirePath("path", path);
        }

        @Override
        public DataSpec resolve(Path folder) {
            return new Idx(absolute(folder, path));
        }
    }

    /** Image files in a folder a class, on disk or in zip files. */
    @Variant(
            value = "image-folder",
            help = "Folders or zip files with a folder of JPEG or PNG images for each class; several make one set")
    record ImageFolder(
            @Setting(help = "Folders or zip files with the training images")
            List<String> train,

            @Setting(help = "Folders or zip files with the test images")
            List<String> test,

            @Setting(help = "What size the images are brought to", defaultValue = "\"stored\"")
            ImageScaling size,

            @Setting(
                    help = "A text file with a line for each class: the folder's name, then the class's name; "
                            + "empty to take the folders' names in their order",
                    defaultValue = "\"\"")
            String classMap,

            @Setting(help = "What becomes of files that do not decode", defaultValue = "\"refuse\"")
            DamagedFiles damaged,

            @Setting(
                    help = "Whether images are decoded once into memory or again at every visit; "
                            + "training images that are cropped while decoded are never held",
                    defaultValue = "\"auto\"")
            Loading loading)
            implements DataSpec {

        /** What becomes of a file that is damaged or no image this program reads. */
        public enum DamagedFiles {
            /** It is an error. */
            REFUSE,
            /** It is left out, named and counted. */
            SKIP
        }

        /** Where decoded images are. */
        public enum Loading {
            /** In memory where they fit, else decoded at every visit. */
            AUTO,
            /** Decoded once. */
            MEMORY,
            /** Decoded at every visit. */
            STREAM
        }

        /** Images of one size, with nothing special about them. */
        public ImageFolder(List<String> train, List<String> test) {
            this(train, test, new ImageScaling.Stored(), "", DamagedFiles.REFUSE, Loading.AUTO);
        }

        public ImageFolder {
            train = List.copyOf(train);
            test = List.copyOf(test);
            if (train.isEmpty()) {
                throw new InvalidSettingException("train", "at least one folder or zip file", "an empty list");
            }
            if (test.isEmpty()) {
                throw new InvalidSettingException("test", "at least one folder or zip file", "an empty list");
            }
            train.forEach(path -> requirePath("train", path));
            test.forEach(path -> requirePath("test", path));
            requirePath("classMap", classMap);
        }

        @Override
        public DataSpec resolve(Path folder) {
            return new ImageFolder(
                    train.stream().map(path -> absolute(folder, path)).toList(),
                    test.stream().map(path -> absolute(folder, path)).toList(),
                    size,
                    classMap.isEmpty() ? classMap : absolute(folder, classMap),
                    damaged,
                    loading);
        }

        /** The same images brought to another size. */
        public ImageFolder withSize(ImageScaling newSize) {
            return new ImageFolder(train, test, newSize, classMap, damaged, loading);
        }
    }

    private static void requirePath(String key, String path) {
        try {
            var _ = Path.of(path);
        } catch (InvalidPathException _) {
            throw new InvalidSettingException(
                    key, "a path that is possible on this system", new JsonPrimitive(path).toString());
        }
    }

    private static String absolute(Path folder, String path) {
        return folder.resolve(path).toAbsolutePath().normalize().toString();
    }
}

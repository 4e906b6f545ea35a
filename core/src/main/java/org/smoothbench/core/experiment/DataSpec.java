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

    /** Image files in a folder a class, on disk or in zip files. */
    @Variant(
            value = "image-folder",
            help = "Folders or zip files with a folder of JPEG or PNG images for each class; several make one set")
    record ImageFolder(
            @Setting(help = "Folders or zip files with the training images")
            List<String> train,

            @Setting(help = "Folders or zip files with the test images")
            List<String> test)
            implements DataSpec {

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
        }

        @Override
        public DataSpec resolve(Path folder) {
            return new ImageFolder(
                    train.stream().map(path -> absolute(folder, path)).toList(),
                    test.stream().map(path -> absolute(folder, path)).toList());
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

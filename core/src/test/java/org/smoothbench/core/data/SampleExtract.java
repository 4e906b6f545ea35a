package org.smoothbench.core.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The first images of the committed sample set, so that an epoch takes a second. */
public final class SampleExtract {

    /** Images to train on. */
    public static final int TRAIN_SIZE = 200;

    /** Images to measure on. */
    public static final int TEST_SIZE = 20;

    private SampleExtract() {}

    /** Writes the extract to a folder, which is made. */
    public static Path write(Path folder) {
        try {
            Files.createDirectories(folder);
            copy("data_batch_1.bin", TRAIN_SIZE, folder);
            copy("test_batch.bin", TEST_SIZE, folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(String name, int images, Path folder) throws IOException {
        Path whole = Path.of(System.getProperty("smoothbench.home", "."), "sample-data", name);
        Files.write(
                folder.resolve(name), Arrays.copyOf(Files.readAllBytes(whole), images * Cifar10Layout.RECORD_BYTES));
    }
}

package org.smoothbench.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.experiment.DataSpec;
import org.smoothbench.core.experiment.ImageScaling;
import org.smoothbench.core.experiment.SplitSpec;

/** What is told without reading the images must be what reading them finds. */
final class DataOutlineTest {

    @TempDir
    Path folder;

    private static DataOutline read(DataSpec spec) {
        try (Dataset data = Datasets.open(spec, SplitSpec.ALL)) {
            Images images = data.train();
            return new DataOutline(
                    images.channels(),
                    images.height(),
                    images.width(),
                    data.classNames().size());
        }
    }

    @Test
    void theSampleImages() {
        DataSpec sample = new DataSpec.Cifar10Binary(Path.of(System.getProperty("smoothbench.home", "."), "sample-data")
                .toString());
        assertThat(DataOutline.of(sample)).contains(read(sample));
        DataSpec extract = new DataSpec.Cifar10Binary(
                SampleExtract.write(folder.resolve("plain")).toString());
        assertThat(DataOutline.of(extract)).contains(read(extract));
    }

    @Test
    void theFilesOfMnist() throws IOException {
        for (String role : List.of("train", "t10k")) {
            Files.write(
                    folder.resolve(role + "-images-idx3-ubyte"),
                    ByteBuffer.allocate(16 + 3 * 6)
                            .putInt(0x803)
                            .putInt(3)
                            .putInt(2)
                            .putInt(3)
                            .array());
            Files.write(
                    folder.resolve(role + "-labels-idx1-ubyte"),
                    ByteBuffer.allocate(11)
                            .putInt(0x801)
                            .putInt(3)
                            .put(new byte[] {0, 4, 2})
                            .array());
        }
        DataSpec idx = new DataSpec.Idx(folder.toString());
        assertThat(DataOutline.of(idx)).contains(new DataOutline(1, 2, 3, 5)).contains(read(idx));
    }

    @Test
    void photographsOfPlainFoldersAreCountedAndOthersAreNot() throws IOException {
        for (String name : List.of("cat", "dog")) {
            Files.createDirectories(folder.resolve(name));
            Files.write(folder.resolve(name).resolve("1.jpg"), new byte[0]);
        }
        List<String> place = List.of(folder.toString());
        DataSpec.ImageFolder stored = new DataSpec.ImageFolder(place, place);
        assertThat(DataOutline.of(stored)).isEmpty();
        DataSpec scaled = stored.withSize(new ImageScaling.Imagenet(64));
        assertThat(DataOutline.of(scaled)).contains(new DataOutline(3, 64, 64, 2));
        Files.createDirectories(folder.resolve("more/inner"));
        assertThat(DataOutline.of(scaled)).isEmpty();
    }

    @Test
    void whatIsNotThereHasNone() {
        String nowhere = folder.resolve("nowhere").toString();
        assertThat(DataOutline.of(new DataSpec.Cifar10Binary(nowhere))).isEmpty();
        assertThat(DataOutline.of(new DataSpec.Idx(nowhere))).isEmpty();
    }
}

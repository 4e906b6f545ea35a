package org.smoothbench.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.experiment.DataSpec;
import org.smoothbench.core.experiment.DataSpec.Cifar100Binary.Labels;
import org.smoothbench.core.problem.ProblemException;

final class DataLocatorTest {

    @TempDir
    Path folder;

    private String file(String name) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.resolve(".."));
        Files.deleteIfExists(path);
        return Files.createFile(path).toString();
    }

    private String directory(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name)).toString();
    }

    @Test
    void recognisesCifar10() throws IOException {
        var _ = file("data_batch_1.bin");
        assertThatThrownBy(() -> DataLocator.locate(folder)).isInstanceOf(ProblemException.class);
        var _ = file("test_batch.bin");
        assertThat(DataLocator.locate(folder)).isEqualTo(new DataSpec.Cifar10Binary(folder.toString()));
    }

    @Test
    void recognisesCifar100InTheFolderItsArchiveUnpacksTo() throws IOException {
        String place = directory("cifar-100-binary");
        var _ = file("cifar-100-binary/train.bin");
        var _ = file("cifar-100-binary/test.bin");
        assertThat(DataLocator.locate(folder)).isEqualTo(new DataSpec.Cifar100Binary(place, Labels.FINE));
    }

    @Test
    void recognisesIdxFiles() throws IOException {
        var _ = file("train-images-idx3-ubyte.gz");
        var _ = file("t10k-images.idx3-ubyte");
        assertThat(DataLocator.locate(folder)).isEqualTo(new DataSpec.Idx(folder.toString()));
    }

    @Test
    void recognisesArchivesAndFolders() throws IOException {
        String second = file("train-2.zip");
        String first = file("train-1.zip");
        String test = file("TEST.zip");
        assertThat(DataLocator.locate(folder))
                .isEqualTo(new DataSpec.ImageFolder(List.of(first, second), List.of(test)));
        String train = directory("train");
        assertThat(DataLocator.locate(folder)).isEqualTo(new DataSpec.ImageFolder(List.of(train), List.of(test)));
    }

    @Test
    void takesValidationImagesWhereThereAreNoTestImages() throws IOException {
        String train = directory("train");
        String val = directory("val");
        assertThat(DataLocator.locate(folder)).isEqualTo(new DataSpec.ImageFolder(List.of(train), List.of(val)));
        String test = directory("test");
        assertThat(DataLocator.locate(folder)).isEqualTo(new DataSpec.ImageFolder(List.of(train), List.of(test)));
    }

    @Test
    void saysWhatItLookedFor() {
        assertThatThrownBy(() -> DataLocator.locate(folder))
                .hasMessageContaining("holds no image set that is known here")
                .hasMessageContaining("data_batch_1.bin")
                .hasMessageContaining("train-images-idx3-ubyte")
                .hasMessageContaining("train*.zip");
        assertThatThrownBy(() -> DataLocator.locate(folder.resolve("none"))).hasMessageContaining("no such folder");
    }
}

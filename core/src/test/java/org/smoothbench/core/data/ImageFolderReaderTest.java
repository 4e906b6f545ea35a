package org.smoothbench.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.smoothbench.core.data.ImageFiles.encoded;
import static org.smoothbench.core.data.ImageFiles.folder;
import static org.smoothbench.core.data.ImageFiles.image;
import static org.smoothbench.core.data.ImageFiles.png;
import static org.smoothbench.core.data.ImageFiles.zip;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.experiment.DataSpec;
import org.smoothbench.core.experiment.DataSpec.ImageFolder.DamagedFiles;
import org.smoothbench.core.experiment.DataSpec.ImageFolder.Loading;
import org.smoothbench.core.experiment.ImageScaling;
import org.smoothbench.core.experiment.SplitSpec;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;

final class ImageFolderReaderTest {

    private static final int RED = 0xFF0000;
    private static final int GREEN = 0x00FF00;
    private static final int BLUE = 0x0000FF;

    @TempDir
    Path place;

    private Path good = Path.of("");

    @BeforeEach
    void makeAGoodSet() throws IOException {
        good = zip(place.resolve("good.zip"), Map.of("cat/1.png", png(RED), "dog/1.png", png(BLUE)));
    }

    @Test
    void joinsFoldersAndArchivesInAFixedOrder() throws IOException {
        Path archive = zip(
                place.resolve("a.ZIP"),
                Map.of("train/dog/2.png", png(BLUE), "train/cat/9.PNG", png(RED), "train/dog/10.jpeg", jpeg(0x808080)));
        Path tree = folder(place.resolve("tree"), Map.of("ape/1.png", png(GREEN), "deep/er/cat/1.png", png(0x010203)));

        Dataset set = read(List.of(archive, tree), List.of(good));

        assertThat(set.classNames()).containsExactly("ape", "cat", "dog");
        assertThat(set.train().labels()).containsExactly(1, 2, 2, 0, 1);
        assertThat(set.test().labels()).containsExactly(1, 2);
        assertThat(set.train().height()).isEqualTo(3);
        assertThat(set.train().width()).isEqualTo(4);
        assertThat(firstPixel(set.train(), 0)).containsExactly(255, 0, 0);
        assertThat(firstPixel(set.train(), 1)).containsExactly(128, 128, 128);
        assertThat(firstPixel(set.train(), 2)).containsExactly(0, 0, 255);
        assertThat(firstPixel(set.train(), 3)).containsExactly(0, 255, 0);
        assertThat(firstPixel(set.train(), 4)).containsExactly(1, 2, 3);
    }

    @Test
    void passesOverWhatFileBrowsersLeaveBehind() throws IOException {
        byte[] litter = {1};
        Path archive = zip(
                place.resolve("a.zip"),
                Map.of(
                        "cat/1.png", png(RED),
                        "dog/1.png", png(RED),
                        "cat/.DS_Store", litter,
                        "cat/Thumbs.db", litter,
                        "__MACOSX/cat/._1.png", litter,
                        ".git/config", litter));
        assertThat(read(archive).train().size()).isEqualTo(2);
    }

    @Test
    void readsManyFilesEachIntoItsPlace() throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        for (int index = 0; index < 200; index++) {
            files.put("%s/%03d.png".formatted(index < 100 ? "cat" : "dog", index), png(index));
        }
        Images train = read(zip(place.resolve("many.zip"), files)).train();
        for (int index = 0; index < 200; index++) {
            assertThat(firstPixel(train, index)).containsExactly(0, 0, index);
        }
    }

    @Test
    void tellsTheFirstFileOfAnotherSize() throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        for (int index = 100; index < 200; index++) {
            files.put("cat/%d.png".formatted(index), png(RED));
            files.put("dog/%d.png".formatted(index), image("png", BufferedImage.TYPE_INT_RGB, 5, 3, RED));
        }
        Path archive = zip(place.resolve("sizes.zip"), files);
        Problem problem = problem(archive, "is 5x3 pixels, but the first image of the training set is 4x3");
        assertThat(problem.where()).isEqualTo(archive + ", dog/100.png");
        assertThat(problem.remedy()).contains("scale all images to one size");
    }

    @Test
    void refusesTestImagesOfAnotherSize() throws IOException {
        byte[] large = image("png", BufferedImage.TYPE_INT_RGB, 8, 8, RED);
        Path archive = zip(place.resolve("large.zip"), Map.of("cat/1.png", large));
        assertThat(problem(List.of(good), List.of(archive), "is 8x8 pixels").where())
                .endsWith("cat/1.png");
    }

    @Test
    void refusesOtherFiles() throws IOException {
        Path archive = zip(place.resolve("a.zip"), Map.of("cat/1.png", png(RED), "cat/notes.txt", new byte[1]));
        assertThat(problem(archive, "is not an image").where()).isEqualTo(archive + ", cat/notes.txt");
        Path tree = folder(place.resolve("tree"), Map.of("cat/1.png", png(RED), "dog/1.gif", new byte[1]));
        assertThat(problem(tree, "is not an image").where())
                .isEqualTo(tree.resolve("dog").resolve("1.gif").toString());
    }

    @Test
    void refusesImagesOutsideClassFolders() throws IOException {
        problem(zip(place.resolve("a.zip"), Map.of("1.png", png(RED))), "lies in no class folder");
        problem(zip(place.resolve("b.zip"), Map.of("/1.png", png(RED))), "lies in no class folder");
        problem(folder(place.resolve("c"), Map.of("1.png", png(RED))), "lies in no class folder");
    }

    @Test
    void refusesUnknownTestClasses() throws IOException {
        Path archive = zip(place.resolve("a.zip"), Map.of("cow/1.png", png(RED)));
        problem(List.of(good), List.of(archive), "its class \"cow\" does not occur in training (cat, dog)");
    }

    @Test
    void refusesASingleClass() throws IOException {
        Path archive = zip(place.resolve("a.zip"), Map.of("train/1.png", png(RED)));
        problem(archive, "all training images are of one class, \"train\"");
    }

    @Test
    void refusesSourcesWithoutImages() throws IOException {
        problem(Files.createDirectory(place.resolve("empty")), "holds no images");
        problem(zip(place.resolve("a.zip"), Map.of(".hidden", new byte[1])), "holds no images");
    }

    @Test
    void refusesMissingAndOtherSources() throws IOException {
        problem(place.resolve("none.zip"), "no such file or folder");
        problem(Files.createFile(place.resolve("set.tar")), "is neither a folder nor a .zip archive");
    }

    @Test
    void refusesBrokenArchives() throws IOException {
        byte[] whole = Files.readAllBytes(good);
        Path cut = Files.write(place.resolve("cut.zip"), Arrays.copyOf(whole, whole.length - 30));
        problem(cut, "is not a zip archive that can be opened");
        problem(Files.createFile(place.resolve("empty.zip")), "is not a zip archive that can be opened");
    }

    @Test
    void refusesAnEntryThatUnpacksToTooMuch() throws IOException {
        Map<String, byte[]> files = Map.of("cat/1.png", new byte[(64 << 20) + 1], "dog/1.png", png(RED));
        Path archive = zip(place.resolve("bomb.zip"), files);
        assertThat(Files.size(archive)).isLessThan(1 << 20);
        assertThat(problem(archive, "larger than 64 MiB").where()).endsWith("cat/1.png");
    }

    @Test
    void refusesADamagedEntry() throws IOException {
        byte[] archive = Files.readAllBytes(good);
        // The checksum in the central directory lies 16 bytes after its first header's signature.
        int header = new String(archive, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        archive[header + 16] ^= 1;
        problem(Files.write(place.resolve("damaged.zip"), archive), "cannot be read");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void refusesABrokenLink() throws IOException {
        Path tree = folder(place.resolve("tree"), Map.of("cat/1.png", png(RED), "dog/1.png", png(RED)));
        Files.createSymbolicLink(tree.resolve("dog").resolve("2.png"), place.resolve("nowhere"));
        assertThat(problem(tree, "cannot be read (NoSuchFileException)").where())
                .endsWith("2.png");
    }

    @Test
    void refusesMoreThanFitsIntoMemory() throws IOException {
        byte[] large = encoded("png", new BufferedImage(5_000, 4_000, BufferedImage.TYPE_BYTE_BINARY));
        Map<String, byte[]> files = new HashMap<>();
        for (int index = 0; index < 40; index++) {
            files.put((index % 2 == 0 ? "cat/" : "dog/") + index + ".png", large);
        }
        List<String> huge = List.of(zip(place.resolve("huge.zip"), files).toString());
        DataSpec.ImageFolder inMemory = new DataSpec.ImageFolder(
                huge, huge, new ImageScaling.Stored(), "", DamagedFiles.REFUSE, Loading.MEMORY);
        assertThatThrownBy(() -> ImageFolderReader.read(inMemory, SplitSpec.ALL))
                .hasMessageContaining("do not fit into memory");
        try (Dataset streamed = read(List.of(place.resolve("huge.zip")), List.of(place.resolve("huge.zip")))) {
            assertThat(streamed.streamed()).isTrue();
            assertThat(streamed.train().size()).isEqualTo(40);
        }
    }

    @Test
    void aClassMapNamesAndOrdersTheClasses() throws IOException {
        Path map = Files.writeString(place.resolve("map.txt"), "dog  a good dog\n\nape\ncat tabby\n");
        try (Dataset set = ImageFolderReader.read(mapped(map), SplitSpec.ALL)) {
            assertThat(set.classNames()).containsExactly("a good dog", "ape", "tabby");
            assertThat(set.train().labels()).containsExactly(2, 0);
            assertThat(set.balance().warning()).hasValue("1 of 3 classes have no training images: ape");
        }
    }

    @Test
    void refusesAClassMapThatDoesNotFit() throws IOException {
        Path map = place.resolve("map.txt");
        assertThat(mapProblem(map)).contains("map.txt: the class map cannot be read");
        Files.writeString(map, "cat\napes\n");
        assertThat(mapProblem(map)).contains("dog/1.png: its class \"dog\" is not in the class map (apes, cat)");
        Files.writeString(map, "cat\ndog\ncat again\n");
        assertThat(mapProblem(map)).contains("map.txt:3: names the folder \"cat\" a second time");
        Files.writeString(map, "cat\n");
        assertThat(mapProblem(map)).contains("names fewer than two classes");
    }

    private DataSpec.ImageFolder mapped(Path map) {
        List<String> places = List.of(good.toString());
        return new DataSpec.ImageFolder(
                places, places, new ImageScaling.Stored(), map.toString(), DamagedFiles.REFUSE, Loading.AUTO);
    }

    private String mapProblem(Path map) {
        return assertThrows(ProblemException.class, () -> ImageFolderReader.read(mapped(map), SplitSpec.ALL))
                .problem()
                .line();
    }

    @Test
    void keepsSomeOfTheTrainingImagesForValidation() throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        for (int index = 0; index < 20; index++) {
            files.put("%s/%02d.png".formatted(index < 10 ? "cat" : "dog", index), png(index));
        }
        List<String> places = List.of(zip(place.resolve("many.zip"), files).toString());
        for (Loading loading : List.of(Loading.MEMORY, Loading.STREAM)) {
            DataSpec.ImageFolder spec = new DataSpec.ImageFolder(
                    places, places, new ImageScaling.Stored(), "", DamagedFiles.REFUSE, loading);
            try (Dataset set = Datasets.open(spec, new SplitSpec(8, 6, 1))) {
                Images validation = set.validation().orElseThrow();
                assertThat(set.train().labels()).containsExactly(0, 0, 0, 0, 1, 1, 1, 1);
                assertThat(validation.labels()).containsExactly(0, 0, 0, 1, 1, 1);
                assertThat(set.test().size()).isEqualTo(20);
                for (int i = 0; i < 6; i++) {
                    int image = firstPixel(validation, i)[2];
                    for (int j = 0; j < 8; j++) {
                        assertThat(firstPixel(set.train(), j)[2]).isNotEqualTo(image);
                    }
                }
            }
        }
    }

    @Test
    void leavesOutDamagedFilesIfAskedTo() throws IOException {
        Path archive = zip(
                place.resolve("a.zip"),
                Map.of("cat/0.png", new byte[9], "cat/1.png", png(RED), "dog/1.png", png(BLUE), "dog/2.png", jpeg(1)));
        problem(archive, "does not decode as an image");
        List<String> places = List.of(archive.toString());
        for (Loading loading : List.of(Loading.MEMORY, Loading.STREAM)) {
            DataSpec.ImageFolder spec =
                    new DataSpec.ImageFolder(places, places, new ImageScaling.Stored(), "", DamagedFiles.SKIP, loading);
            try (Dataset set = ImageFolderReader.read(spec, SplitSpec.ALL)) {
                assertThat(set.train().labels()).containsExactly(0, 1, 1);
                assertThat(set.damaged()).containsExactly(archive + ", cat/0.png");
                assertThat(firstPixel(set.train(), 0)).containsExactly(255, 0, 0);
            }
        }
    }

    @Test
    void readsTestImagesWithoutDecodingThoseToTrainOn() throws IOException {
        Path train = zip(
                place.resolve("train.zip"),
                Map.of("ape/1.png", png(GREEN), "cat/1.png", new byte[9], "dog/1.png", new byte[9]));
        for (Loading loading : List.of(Loading.MEMORY, Loading.STREAM)) {
            DataSpec.ImageFolder spec = new DataSpec.ImageFolder(
                    List.of(train.toString()),
                    List.of(good.toString()),
                    new ImageScaling.Stored(),
                    "",
                    DamagedFiles.REFUSE,
                    loading);
            try (TestSet set = Datasets.openTest(spec)) {
                assertThat(set.classNames()).containsExactly("ape", "cat", "dog");
                assertThat(set.images().labels()).containsExactly(1, 2);
                assertThat(set.images().height()).isEqualTo(3);
                assertThat(firstPixel(set.images(), 0)).containsExactly(255, 0, 0);
                assertThat(firstPixel(set.images(), 1)).containsExactly(0, 0, 255);
            }
        }
    }

    @Test
    void refusesASetWithoutASoundImage() throws IOException {
        List<String> places =
                List.of(zip(place.resolve("a.zip"), Map.of("cat/0.png", new byte[9], "dog/0.png", new byte[9]))
                        .toString());
        DataSpec.ImageFolder spec = new DataSpec.ImageFolder(
                places, places, new ImageScaling.Imagenet(8), "", DamagedFiles.SKIP, Loading.AUTO);
        assertThatThrownBy(() -> ImageFolderReader.read(spec, SplitSpec.ALL))
                .hasMessageContaining("is damaged, and so is every other image of the set");
    }

    @Test
    void canBeInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> read(good)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static Dataset read(List<Path> train, List<Path> test) {
        DataSpec.ImageFolder spec = new DataSpec.ImageFolder(
                train.stream().map(Path::toString).toList(),
                test.stream().map(Path::toString).toList());
        return ImageFolderReader.read(spec, SplitSpec.ALL);
    }

    private static Dataset read(Path both) {
        return read(List.of(both), List.of(both));
    }

    private static Problem problem(Path both, String what) {
        return problem(List.of(both), List.of(both), what);
    }

    private static Problem problem(List<Path> train, List<Path> test, String what) {
        ProblemException thrown = assertThrows(ProblemException.class, () -> read(train, test));
        assertThat(thrown.problem()).isInstanceOf(Problem.Data.class);
        assertThat(thrown.problem().what()).contains(what);
        assertThat(thrown.problem().remedy()).isNotEmpty();
        return thrown.problem();
    }

    private static int[] firstPixel(Images images, int index) {
        byte[] pixels = new byte[images.imageBytes()];
        images.copy(index, pixels, 0);
        int[] levels = new int[3];
        Arrays.setAll(levels, channel -> pixels[channel] & 0xFF);
        return levels;
    }

    private static byte[] jpeg(int rgb) throws IOException {
        return image("jpeg", BufferedImage.TYPE_INT_RGB, 4, 3, rgb);
    }
}

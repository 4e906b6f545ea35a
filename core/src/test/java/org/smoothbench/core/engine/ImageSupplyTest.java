package org.smoothbench.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smoothbench.core.data.Augmentation;
import org.smoothbench.core.data.Dataset;
import org.smoothbench.core.data.Datasets;
import org.smoothbench.core.data.ImageSet;
import org.smoothbench.core.data.Images;
import org.smoothbench.core.data.SeededRandom;
import org.smoothbench.core.data.StreamedImages;
import org.smoothbench.core.experiment.AugmentationSpec;
import org.smoothbench.core.experiment.AugmentationSpec.Policy;
import org.smoothbench.core.experiment.DataSpec;
import org.smoothbench.core.experiment.DataSpec.ImageFolder.DamagedFiles;
import org.smoothbench.core.experiment.DataSpec.ImageFolder.Loading;
import org.smoothbench.core.experiment.ImageScaling;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.experiment.SplitSpec;
import org.smoothbench.core.problem.ProblemException;

/** What batches hold, on the device and off it. */
class ImageSupplyTest {

    private static final AugmentationSpec MOVES = new AugmentationSpec(2, true, Policy.NONE, 3, 0.7);
    private static final AugmentationSpec ALL = new AugmentationSpec(2, true, Policy.CIFAR10, 3, 0.7);

    @TempDir
    private Path folder = Path.of("");

    private TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0));

    @BeforeEach
    void writeImages() throws IOException {
        for (int i = 0; i < 24; i++) {
            BufferedImage image = new BufferedImage(12, 9, BufferedImage.TYPE_INT_RGB);
            SeededRandom random = SeededRandom.stream(5, i);
            for (int at = 0; at < 108; at++) {
                image.setRGB(at % 12, at / 12, random.below(1 << 24));
            }
            Path file = folder.resolve(i % 2 == 0 ? "cat" : "dog").resolve("%02d.png".formatted(i));
            Files.createDirectories(file.getParent());
            ImageIO.write(image, "png", file.toFile());
        }
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Dataset open(ImageScaling size, DamagedFiles damaged, Loading loading) {
        List<String> places = List.of(folder.toString());
        return Datasets.open(new DataSpec.ImageFolder(places, places, size, "", damaged, loading), SplitSpec.ALL);
    }

    private Dataset open(Loading loading) {
        return open(new ImageScaling.Stored(), DamagedFiles.REFUSE, loading);
    }

    /** The bytes of a batch, image by image, channel last. */
    private static byte[] bytes(Batch batch) {
        float[] levels = batch.images().transpose(0, 2, 3, 1).flatten().toFloatArray();
        byte[] bytes = new byte[levels.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(levels[i] * 255);
        }
        return bytes;
    }

    private List<byte[]> drain(BatchFeed feed) {
        List<byte[]> batches = new ArrayList<>();
        try (feed) {
            while (feed.hasNext()) {
                try (NDManager scratch = engine.manager().newSubManager()) {
                    batches.add(bytes(feed.next(scratch)));
                }
            }
        }
        return batches;
    }

    private List<byte[]> epoch(ImageSupply supply, int firstBatch) {
        return drain(supply.trainingFeed(order(), 5, firstBatch, batch -> 1000 + batch));
    }

    /** The epoch as a GPU makes it. */
    private List<byte[]> gathered(ImageSupply supply) {
        return drain(((DeviceImages) supply).gatheringFeed(new BatchPlan(order(), 5, 0, batch -> 1000 + batch)));
    }

    private static int[] order() {
        return IntStream.range(0, 24).map(i -> i * 7 % 24).toArray();
    }

    /** The plain form: each image copied and varied in Java, one after the other. */
    private static List<byte[]> reference(Images images, AugmentationSpec spec) {
        Augmentation augmentation = new Augmentation(spec, images.height(), images.width(), images.channels());
        List<byte[]> batches = new ArrayList<>();
        for (int batch = 0; batch < 5; batch++) {
            int[] indices = Arrays.copyOfRange(order(), batch * 5, Math.min(batch * 5 + 5, 24));
            byte[] pixels = new byte[indices.length * images.imageBytes()];
            for (int i = 0; i < indices.length; i++) {
                long seed = Augmentation.imageSeed(1000 + batch, i);
                images.copyForTraining(indices[i], seed, pixels, i * images.imageBytes());
                augmentation.apply(pixels, i * images.imageBytes(), seed);
            }
            batches.add(pixels);
        }
        return batches;
    }

    @Test
    void theDeviceMovesPixelsAsJavaDoes() {
        try (Dataset data = open(Loading.MEMORY);
                ImageSupply supply = ImageSupply.forTraining(engine, data.train(), 2, MOVES)) {
            assertThat(supply).isInstanceOf(DeviceImages.class);
            assertEqual(epoch(supply, 0), reference(data.train(), MOVES));
            assertEqual(gathered(supply), reference(data.train(), MOVES));
        }
    }

    @Test
    void greyImagesMoveToo() {
        byte[] pixels = new byte[24 * 30];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 31);
        }
        ImageSet images = new ImageSet(pixels, new int[24], 6, 5, 1);
        try (ImageSupply supply = ImageSupply.forTraining(engine, images, 2, MOVES)) {
            assertEqual(epoch(supply, 0), reference(images, MOVES));
            assertEqual(gathered(supply), reference(images, MOVES));
        }
    }

    @Test
    void autoAugmentIsDoneAheadOfTheDevice() {
        try (Dataset data = open(Loading.MEMORY);
                ImageSupply supply = ImageSupply.forTraining(engine, data.train(), 2, ALL)) {
            assertEqual(epoch(supply, 0), reference(data.train(), ALL));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void anyNumberOfThreadsGivesTheSameBytes(int threads) {
        try (Dataset data = open(Loading.STREAM);
                Dataset memory = open(Loading.MEMORY)) {
            Augmentation augmentation = new Augmentation(ALL, 9, 12, 3);
            StreamedImages images = (StreamedImages) data.train();
            try (ImageSupply supply = new StreamedSupply(images, 2, augmentation, threads)) {
                assertEqual(epoch(supply, 0), reference(memory.train(), ALL));
            }
        }
    }

    @Test
    void beginningLaterIsTheRestOfTheEpoch() {
        try (Dataset streamed = open(Loading.STREAM);
                Dataset memory = open(Loading.MEMORY)) {
            for (Images images : List.of(streamed.train(), memory.train())) {
                try (ImageSupply supply = ImageSupply.forTraining(engine, images, 2, MOVES)) {
                    assertEqual(epoch(supply, 3), epoch(supply, 0).subList(3, 5));
                    assertThat(epoch(supply, 5)).isEmpty();
                }
            }
        }
    }

    @Test
    void photographsAreCutAnewAtEveryVisitButJudgedAlike() {
        ImageScaling size = new ImageScaling.Imagenet(8);
        try (Dataset data = open(size, DamagedFiles.REFUSE, Loading.AUTO);
                ImageSupply train = ImageSupply.forTraining(engine, data.train(), 2, AugmentationSpec.NONE);
                ImageSupply test = ImageSupply.forEvaluation(engine, data.test(), 2)) {
            assertThat(train).isInstanceOf(StreamedSupply.class);
            assertThat(test).isInstanceOf(DeviceImages.class);
            assertEqual(epoch(train, 0), reference(data.train(), AugmentationSpec.NONE));
            List<byte[]> once = drain(train.trainingFeed(order(), 5, 0, batch -> batch));
            assertThat(once.getFirst()).isNotEqualTo(epoch(train, 0).getFirst());
            assertEqual(drain(test.evaluationFeed(order(), 5)), drain(train.evaluationFeed(order(), 5)));
        }
    }

    @Test
    void evaluationSeesImagesAsTheyAre() {
        try (Dataset streamed = open(Loading.STREAM);
                Dataset memory = open(Loading.MEMORY);
                ImageSupply here = ImageSupply.forTraining(engine, memory.train(), 2, ALL);
                ImageSupply there = ImageSupply.forTraining(engine, streamed.train(), 2, ALL);
                NDManager scratch = engine.manager().newSubManager()) {
            assertEqual(drain(there.evaluationFeed(order(), 7)), drain(here.evaluationFeed(order(), 7)));
            Batch batch = there.batch(new int[] {3, 20}, scratch);
            assertThat(bytes(batch)).isEqualTo(bytes(here.batch(new int[] {3, 20}, scratch)));
            byte[] second = new byte[324];
            memory.train().copy(20, second, 0);
            assertThat(Arrays.copyOfRange(bytes(batch), 324, 648)).isEqualTo(second);
            assertThat(batch.label(0)).isZero();
            assertThat(batch.label(1)).isEqualTo(1);
            assertThat(batch.oneHot().toFloatArray()).containsExactly(1, 0, 0, 1);
        }
    }

    @Test
    void aBatchGivesSomeOfItsImagesAgain() {
        try (Dataset memory = open(Loading.MEMORY);
                ImageSupply supply = ImageSupply.forEvaluation(engine, memory.train(), 2);
                NDManager scratch = engine.manager().newSubManager()) {
            Batch some = supply.batch(new int[] {3, 20, 7}, scratch).pick(new int[] {2, 0}, scratch);
            Batch direct = supply.batch(new int[] {7, 3}, scratch);
            assertThat(bytes(some)).isEqualTo(bytes(direct));
            assertThat(some.oneHot().toFloatArray()).isEqualTo(direct.oneHot().toFloatArray());
            assertThat(some.label(1)).isEqualTo(direct.label(1));
        }
    }

    @Test
    void aFeedTellsItsImagesAndItsLoad() {
        try (Dataset data = open(Loading.STREAM);
                ImageSupply supply = ImageSupply.forTraining(engine, data.train(), 2, ALL);
                BatchFeed feed = supply.trainingFeed(order(), 20, 0, batch -> batch);
                NDManager scratch = engine.manager().newSubManager()) {
            var _ = feed.next(scratch);
            assertThat(feed.indices()).isEqualTo(Arrays.copyOf(order(), 20));
            assertThat(feed.load()).hasValueSatisfying(load -> {
                assertThat(load.queueDepth()).isBetween(0, 1);
                assertThat(load.stallSeconds()).isPositive();
            });
            assertThat(feed.load())
                    .hasValueSatisfying(load -> assertThat(load.stallSeconds()).isZero());
            assertThat(feed.next(scratch).size()).isEqualTo(4);
            assertThat(feed.hasNext()).isFalse();
            assertThatThrownBy(() -> feed.next(scratch)).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void aFeedThatIsClosedEarlyLeavesNoThread() throws InterruptedException {
        try (Dataset data = open(Loading.STREAM);
                ImageSupply supply = ImageSupply.forTraining(engine, data.train(), 2, ALL)) {
            BatchFeed feed = supply.trainingFeed(order(), 2, 0, batch -> batch);
            feed.close();
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                // One that has just done its last work is still seen for a moment.
                if (thread.getName().startsWith("images-")) {
                    assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
                }
            }
        }
    }

    @Test
    void aDamagedFileIsNamedByTheFeed() throws IOException {
        try (Dataset data = open(Loading.STREAM);
                ImageSupply supply = ImageSupply.forTraining(engine, data.train(), 2, MOVES)) {
            damage(folder.resolve("dog").resolve("07.png"));
            assertThatThrownBy(() -> epoch(supply, 0))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            thrown -> assertThat(thrown.problem().where()).endsWith("07.png"));
        }
    }

    @Test
    void aDamagedFileMayBeSkipped() throws IOException {
        damage(folder.resolve("dog").resolve("07.png"));
        ImageScaling stored = new ImageScaling.Stored();
        try (Dataset memory = open(stored, DamagedFiles.SKIP, Loading.MEMORY);
                Dataset streamed = open(stored, DamagedFiles.SKIP, Loading.STREAM);
                ImageSupply supply = ImageSupply.forTraining(engine, streamed.train(), 2, AugmentationSpec.NONE)) {
            assertThat(memory.train().size()).isEqualTo(23);
            assertThat(memory.damaged()).singleElement().asString().endsWith("07.png");
            // The header is whole, so the damage shows only when the image is decoded; the next dog stands in.
            assertThat(streamed.train().size()).isEqualTo(24);
            List<byte[]> one = drain(supply.evaluationFeed(new int[] {15, 16}, 1));
            assertThat(one.getFirst()).isEqualTo(one.getLast());
            assertThat(streamed.damaged()).singleElement().asString().endsWith("07.png");
        }
    }

    /** Cuts off the end, and leaves the header as it is. */
    private static void damage(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 40));
    }

    private static void assertEqual(List<byte[]> actual, List<byte[]> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            assertThat(actual.get(i)).as("batch " + i).isEqualTo(expected.get(i));
        }
    }
}

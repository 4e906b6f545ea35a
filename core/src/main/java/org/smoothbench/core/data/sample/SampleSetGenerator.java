package org.smoothbench.core.data.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.smoothbench.core.data.Cifar10Layout;
import org.smoothbench.core.data.ImageSet;
import org.smoothbench.core.data.SeededRandom;
import org.smoothbench.core.data.StoredSets;
import org.smoothbench.core.problem.Problem;

/**
 * Makes the sample set: 2,500 images of ten shapes, the same bytes wherever and whenever it runs.
 *
 * <p>Each image tells its class twice. A large shape tells it robustly but is right only about
 * {@value #SHAPE_TELLS_TRUTH_PERCENT} times in 100. A faint weave is always right but lies within reach of an adversary
 * with epsilon 8/255. Standard training takes the weave and is accurate and fragile; adversarial training has to make do
 * with the shape. That is the trade of robust for non-robust features of Tsipras et al. (2019) and Ilyas et al. (2019),
 * small enough to be seen within a minute.
 */
public final class SampleSetGenerator {

    /** Images to train on. */
    public static final int TRAIN_SIZE = 2_000;

    /** Images to measure accuracy on. */
    public static final int TEST_SIZE = 500;

    /** How many images in 100 show the shape of their class; the others show another one. */
    static final int SHAPE_TELLS_TRUTH_PERCENT = 80;

    private static final long SEED = 20200625L;

    private static final SampleShape[] SHAPES = SampleShape.values();

    private SampleSetGenerator() {}

    /** Paints the set: 32 by 32 pixels, three channels, every class equally often, in shuffled order. */
    public static StoredSets generate() {
        List<String> names = Arrays.stream(SHAPES).map(SampleShape::className).toList();
        return new StoredSets(paint(0, TRAIN_SIZE), paint(TRAIN_SIZE, TEST_SIZE), names);
    }

    /**
     * Writes the set in the layout of CIFAR-10: one training batch, the test batch and the names of the classes. Each
     * file appears whole or not at all; files of the same name are replaced.
     *
     * @param folder where to, made if missing
     * @throws org.smoothbench.core.problem.ProblemException if the folder cannot be written
     */
    public static void write(Path folder) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> file : files().entrySet()) {
                Path unfinished = folder.resolve(file.getKey() + ".part");
                Files.write(unfinished, file.getValue());
                Files.move(
                        unfinished,
                        folder.resolve(file.getKey()),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new Problem.Usage(
                            "cannot write the sample set", folder.toString(), "choose a folder you may write to")
                    .asException(e);
        }
    }

    /** SHA-256 of the three files' bytes one after the other, in the order of {@link #write}, as hexadecimal digits. */
    public static String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files().values().forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Map<String, byte[]> files() {
        StoredSets set = generate();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(Cifar10Layout.trainFile(1), Cifar10Layout.encode(set.train()));
        files.put(Cifar10Layout.TEST_FILE, Cifar10Layout.encode(set.test()));
        String names = set.classNames().stream().collect(Collectors.joining("\n", "", "\n"));
        files.put(Cifar10Layout.NAMES_FILE, names.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static ImageSet paint(int first, int count) {
        int[] labels = shuffledLabels(SeededRandom.stream(SEED, -1L - first), count);
        int imageBytes = SamplePainter.SIZE * SamplePainter.SIZE * 3;
        byte[] pixels = new byte[count * imageBytes];
        for (int index = 0; index < count; index++) {
            SeededRandom random = SeededRandom.stream(SEED, first + index);
            SampleShape shape = shapeFor(labels[index], random);
            byte[] image = new SamplePainter(random).paint(shape, labels[index]);
            System.arraycopy(image, 0, pixels, index * imageBytes, imageBytes);
        }
        return new ImageSet(pixels, labels, SamplePainter.SIZE, SamplePainter.SIZE, 3);
    }

    private static int[] shuffledLabels(SeededRandom random, int count) {
        int[] labels = new int[count];
        Arrays.setAll(labels, index -> index % SHAPES.length);
        for (int last = count - 1; last > 0; last--) {
            int other = random.below(last + 1);
            int label = labels[last];
            labels[last] = labels[other];
            labels[other] = label;
        }
        return labels;
    }

    private static SampleShape shapeFor(int label, SeededRandom random) {
        if (random.below(100) < SHAPE_TELLS_TRUTH_PERCENT) {
            return SHAPES[label];
        }
        return SHAPES[(label + 1 + random.below(SHAPES.length - 1)) % SHAPES.length];
    }
}

package org.smoothbench.core.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.smoothbench.core.problem.Problem;

/**
 * Reads a folder of MNIST or Fashion-MNIST: {@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte},
 * {@code t10k-images-idx3-ubyte} and {@code t10k-labels-idx1-ubyte}, plain or with {@code .gz}. Images have one channel; the
 * classes are numbered from 0 to the largest training label.
 */
public final class IdxReader {

    private static final int IMAGES_MAGIC = 0x803;
    private static final int LABELS_MAGIC = 0x801;
    private static final String EXPECTED = "give the folder with the four files of MNIST, such as "
            + "train-images-idx3-ubyte or train-images-idx3-ubyte.gz";
    private static final String AGAIN = "fetch the file again";

    private IdxReader() {}

    /**
     * Reads the training and the test set.
     *
     * @param folder the folder of the four files
     * @throws org.smoothbench.core.problem.ProblemException with a {@link Problem.Data} if a file is missing, no idx file,
     *     damaged or cut short, if images and labels are not equally many, or if a test label does not occur in training
     */
    public static StoredSets read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw problem(folder, Files.exists(folder) ? "is not a folder" : "no such folder", EXPECTED);
        }
        ImageSet train = read(folder, "train");
        ImageSet test = read(folder, "t10k");
        int classes = Arrays.stream(train.labels()).max().orElse(0) + 1;
        if (classes < 2) {
            throw problem(required(folder, "train", "labels", 1), "all images are of one class", AGAIN);
        }
        requireKnownClasses(test, classes, required(folder, "t10k", "labels", 1));
        if (train.height() != test.height() || train.width() != test.width()) {
            throw problem(
                    required(folder, "t10k", "images", 3),
                    "has images of %dx%d pixels, but those to train on are %dx%d"
                            .formatted(test.width(), test.height(), train.width(), train.height()),
                    "use files of one data set");
        }
        List<String> names =
                IntStream.range(0, classes).mapToObj(Integer::toString).toList();
        return new StoredSets(train, test, names);
    }

    private static void requireKnownClasses(ImageSet test, int classes, Path file) {
        for (int i = 0; i < test.size(); i++) {
            if (test.label(i) >= classes) {
                throw problem(
                        file,
                        "label %d (byte %d) is %d, but training has only the classes 0 to %d"
                                .formatted(i, i + 8, test.label(i), classes - 1),
                        "use files of one data set");
            }
        }
    }

    private static ImageSet read(Path folder, String role) {
        Path imagesFile = required(folder, role, "images", 3);
        Path labelsFile = required(folder, role, "labels", 1);
        IdxFile images = IdxFile.read(imagesFile, IMAGES_MAGIC, 3);
        IdxFile labels = IdxFile.read(labelsFile, LABELS_MAGIC, 1);
        int count = images.sizes.getFirst();
        if (labels.sizes.getFirst() != count) {
            throw problem(
                    labelsFile,
                    "has %d labels for the %d images of %s"
                            .formatted(labels.sizes.getFirst(), count, imagesFile.getFileName()),
                    "use files of one data set");
        }
        int[] classes = new int[count];
        Arrays.setAll(classes, i -> Byte.toUnsignedInt(labels.bytes[i]));
        return new ImageSet(images.bytes, classes, images.sizes.get(1), images.sizes.get(2), 1);
    }

    private static Path required(Path folder, String role, String kind, int dimensions) {
        return find(folder, role, kind, dimensions).orElseThrow(() -> {
            String name = role + "-" + kind + "-idx" + dimensions + "-ubyte";
            return problem(folder, "holds no " + name + " (or " + name + ".gz)", EXPECTED);
        });
    }

    /** A file of the set, whichever of its usual names it has. */
    static Optional<Path> find(Path folder, String role, String kind, int dimensions) {
        String start = role + "-" + kind;
        String end = "idx" + dimensions + "-ubyte";
        return Stream.of("-", ".")
                .flatMap(separator -> Stream.of("", ".gz").map(packed -> start + separator + end + packed))
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static RuntimeException problem(Path place, String what, String remedy) {
        return new Problem.Data(what, place.toString(), remedy).asException();
    }

    /** The content of one file: the sizes its header states, and the bytes after it. */
    private static final class IdxFile {

        private final List<Integer> sizes;
        private final byte[] bytes;

        private IdxFile(List<Integer> sizes, byte[] bytes) {
            this.sizes = sizes;
            this.bytes = bytes;
        }

        static IdxFile read(Path file, int magic, int dimensions) {
            try (DataInputStream in = new DataInputStream(open(file))) {
                int found = in.readInt();
                if (found != magic) {
                    throw problem(
                            file,
                            "begins with %08x, but an idx file of %s begins with %08x"
                                    .formatted(found, dimensions == 3 ? "images" : "labels", magic),
                            AGAIN);
                }
                List<Integer> sizes = readSizes(in, dimensions);
                return new IdxFile(sizes, content(file, in, sizes));
            } catch (EOFException e) {
                throw new Problem.Data("is cut short", file.toString(), AGAIN).asException(e);
            } catch (IOException e) {
                throw new Problem.Data("cannot be read (" + e.getMessage() + ")", file.toString(), AGAIN)
                        .asException(e);
            }
        }

        private static InputStream open(Path file) throws IOException {
            InputStream stream = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
            if (!file.toString().endsWith(".gz")) {
                return stream;
            }
            try {
                return new GZIPInputStream(stream, 1 << 16);
            } catch (IOException e) {
                stream.close();
                throw e;
            }
        }

        private static List<Integer> readSizes(DataInputStream in, int dimensions) throws IOException {
            int[] sizes = new int[dimensions];
            for (int i = 0; i < dimensions; i++) {
                sizes[i] = in.readInt();
            }
            return Arrays.stream(sizes).boxed().toList();
        }

        private static byte[] content(Path file, DataInputStream in, List<Integer> sizes) throws IOException {
            double stated = sizes.stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b);
            if (sizes.stream().anyMatch(size -> size < 1) || stated > Integer.MAX_VALUE - 16) {
                throw problem(file, "states the impossible size " + sizes, AGAIN);
            }
            // What a header states may be a lie, so memory is taken only as bytes arrive.
            byte[] bytes = in.readNBytes((int) stated);
            if (bytes.length < stated) {
                throw problem(
                        file,
                        "is cut short: its header states %.0f bytes, %d are there".formatted(stated, bytes.length),
                        AGAIN);
            }
            if (in.read() >= 0) {
                throw problem(file, "has more bytes than the %.0f its header states".formatted(stated), AGAIN);
            }
            return bytes;
        }
    }
}

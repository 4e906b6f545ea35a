package org.smoothbench.core.data;

import static org.smoothbench.core.data.Cifar10Layout.CHANNELS;
import static org.smoothbench.core.data.Cifar10Layout.NAMES_FILE;
import static org.smoothbench.core.data.Cifar10Layout.PLANE_BYTES;
import static org.smoothbench.core.data.Cifar10Layout.RECORD_BYTES;
import static org.smoothbench.core.data.Cifar10Layout.SIDE;
import static org.smoothbench.core.data.Cifar10Layout.TEST_FILE;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.smoothbench.core.problem.Problem;

/**
 * Reads a folder in the binary layout of CIFAR-10: {@code data_batch_<number>.bin}, {@code test_batch.bin} and, if it is
 * there, {@code batches.meta.txt} with one class name per line.
 */
public final class Cifar10Reader {

    private static final Pattern TRAIN_FILE = Pattern.compile("data_batch_(\\d+)\\.bin");

    /** The classes of the layout where no file names them. */
    private static final int UNNAMED_CLASSES = 10;

    private static final String EXPECTED = "give the folder that holds data_batch_1.bin and " + TEST_FILE;

    private Cifar10Reader() {}

    /**
     * Reads all training batches, in the order of their numbers, and the test batch.
     *
     * @param folder the folder of the files
     * @return images of 32 by 32 pixels with three channels; without {@code batches.meta.txt} ten classes named "0" to "9"
     * @throws org.smoothbench.core.problem.ProblemException with a {@link Problem.Data} if the folder or a batch is
     *     missing, empty, unreadable or not a whole number of records, or if a label has no class
     */
    public static Dataset read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw problem(folder, Files.exists(folder) ? "is not a folder" : "no such folder", EXPECTED);
        }
        List<Path> trainFiles = trainFiles(folder);
        if (trainFiles.isEmpty()) {
            throw problem(folder, "holds no training batch (data_batch_1.bin and so on)", EXPECTED);
        }
        Path testFile = folder.resolve(TEST_FILE);
        if (!Files.exists(testFile)) {
            throw problem(folder, "holds no test batch (" + TEST_FILE + ")", EXPECTED);
        }
        List<String> classNames = classNames(folder.resolve(NAMES_FILE));
        return new Dataset(
                readBatches(trainFiles, classNames.size()),
                readBatches(List.of(testFile), classNames.size()),
                classNames);
    }

    private static List<Path> trainFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> trainFileName(file).matches())
                    .sorted(Comparator.comparing(Cifar10Reader::batchNumber))
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static Matcher trainFileName(Path file) {
        return TRAIN_FILE.matcher(String.valueOf(file.getFileName()));
    }

    private static BigInteger batchNumber(Path file) {
        return new BigInteger(trainFileName(file).replaceFirst("$1"));
    }

    private static List<String> classNames(Path file) {
        if (!Files.exists(file)) {
            return IntStream.range(0, UNNAMED_CLASSES)
                    .mapToObj(Integer::toString)
                    .toList();
        }
        try {
            List<String> names = Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
            if (names.isEmpty()) {
                throw problem(file, "names no class", "put one class name on each line or remove the file");
            }
            return names;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static ImageSet readBatches(List<Path> files, int classes) {
        long images = 0;
        for (Path file : files) {
            images += countRecords(file);
        }
        if (images * PLANE_BYTES * CHANNELS > Integer.MAX_VALUE - 8) {
            throw problem(files.getLast(), images + " images are more than one set can hold", "use fewer batches");
        }
        byte[] pixels = new byte[(int) images * PLANE_BYTES * CHANNELS];
        int[] labels = new int[(int) images];
        int done = 0;
        for (Path file : files) {
            byte[] records = bytes(file);
            int count = Math.min(records.length / RECORD_BYTES, labels.length - done);
            for (int record = 0; record < count; record++, done++) {
                labels[done] = label(file, records, record, classes);
                Cifar10Layout.decodeImage(records, record, pixels, done);
            }
        }
        if (done != labels.length) {
            throw problem(
                    files.getLast(), "became shorter while it was read", "wait until it is written, then try again");
        }
        return new ImageSet(pixels, labels, SIDE, SIDE, CHANNELS);
    }

    private static long countRecords(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw problem(file, "is not a file", EXPECTED);
            }
            long length = Files.size(file);
            if (length == 0) {
                throw problem(file, "is empty", "fetch the file again");
            }
            long tooMany = length % RECORD_BYTES;
            if (tooMany != 0) {
                throw problem(
                        file,
                        "is %d bytes more than whole records of %d bytes, so record %d is cut short; file truncated?"
                                .formatted(tooMany, RECORD_BYTES, length / RECORD_BYTES),
                        "fetch the file again");
            }
            return length / RECORD_BYTES;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static int label(Path file, byte[] records, int record, int classes) {
        int label = Byte.toUnsignedInt(records[record * RECORD_BYTES]);
        if (label >= classes) {
            throw problem(
                    file,
                    "record %d (byte %d) has label %d, but there are only %d classes, 0 to %d"
                            .formatted(record, record * RECORD_BYTES, label, classes, classes - 1),
                    "fetch the file again, or name every class in " + NAMES_FILE);
        }
        return label;
    }

    private static RuntimeException problem(Path place, String what, String remedy) {
        return new Problem.Data(what, place.toString(), remedy).asException();
    }

    private static RuntimeException unreadable(Path place, IOException cause) {
        return new Problem.Data("cannot be read (" + cause + ")", place.toString(), "check that you may read it")
                .asException(cause);
    }
}

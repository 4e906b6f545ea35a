package org.smoothbench.core.data;

import static org.smoothbench.core.data.Cifar10Layout.NAMES_FILE;
import static org.smoothbench.core.data.Cifar10Layout.TEST_FILE;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    public static StoredSets read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw CifarRecords.problem(folder, Files.exists(folder) ? "is not a folder" : "no such folder", EXPECTED);
        }
        List<Path> trainFiles = trainFiles(folder);
        if (trainFiles.isEmpty()) {
            throw CifarRecords.problem(folder, "holds no training batch (data_batch_1.bin and so on)", EXPECTED);
        }
        Path testFile = folder.resolve(TEST_FILE);
        if (!Files.exists(testFile)) {
            throw CifarRecords.problem(folder, "holds no test batch (" + TEST_FILE + ")", EXPECTED);
        }
        CifarRecords records = new CifarRecords(1, 0, folder.resolve(NAMES_FILE), UNNAMED_CLASSES);
        List<String> classNames = records.classNames();
        return new StoredSets(
                records.read(trainFiles, classNames.size()),
                records.read(List.of(testFile), classNames.size()),
                classNames);
    }

    private static List<Path> trainFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> trainFileName(file).matches())
                    .sorted(Comparator.comparing(Cifar10Reader::batchNumber))
                    .toList();
        } catch (IOException e) {
            throw CifarRecords.unreadable(folder, e);
        }
    }

    private static Matcher trainFileName(Path file) {
        return TRAIN_FILE.matcher(String.valueOf(file.getFileName()));
    }

    private static BigInteger batchNumber(Path file) {
        return new BigInteger(trainFileName(file).replaceFirst("$1"));
    }
}

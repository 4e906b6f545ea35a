package org.smoothbench.core.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.smoothbench.core.experiment.DataSpec.Cifar100Binary.Labels;
import org.smoothbench.core.problem.Problem;

/**
 * Reads a folder in the binary layout of CIFAR-100: {@code train.bin}, {@code test.bin} and, if they are there,
 * {@code fine_label_names.txt} and {@code coarse_label_names.txt} with one class name per line. A record has a coarse and a
 * fine label before its pixels.
 */
public final class Cifar100Reader {

    static final String TRAIN_FILE = "train.bin";
    static final String TEST_FILE = "test.bin";

    private static final String EXPECTED = "give the folder that holds " + TRAIN_FILE + " and " + TEST_FILE;

    private Cifar100Reader() {}

    /**
     * Reads the training and the test file.
     *
     * @param folder the folder of the files
     * @param labels which of the two labels is the class
     * @throws org.smoothbench.core.problem.ProblemException with a {@link Problem.Data} if the folder or a file is
     *     missing, empty, unreadable or not a whole number of records, or if a label has no class
     */
    public static StoredSets read(Path folder, Labels labels) {
        if (!Files.isDirectory(folder)) {
            throw CifarRecords.problem(folder, Files.exists(folder) ? "is not a folder" : "no such folder", EXPECTED);
        }
        for (String name : List.of(TRAIN_FILE, TEST_FILE)) {
            if (!Files.exists(folder.resolve(name))) {
                throw CifarRecords.problem(folder, "holds no " + name, EXPECTED);
            }
        }
        CifarRecords records = switch (labels) {
            case FINE -> new CifarRecords(2, 1, folder.resolve("fine_label_names.txt"), 100);
            case COARSE -> new CifarRecords(2, 0, folder.resolve("coarse_label_names.txt"), 20);
        };
        List<String> classNames = records.classNames();
        return new StoredSets(
                records.read(List.of(folder.resolve(TRAIN_FILE)), classNames.size()),
                records.read(List.of(folder.resolve(TEST_FILE)), classNames.size()),
                classNames);
    }
}

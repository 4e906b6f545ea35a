package org.smoothbench.core.data;

import static org.smoothbench.core.data.Cifar10Layout.CHANNELS;
import static org.smoothbench.core.data.Cifar10Layout.PLANE_BYTES;
import static org.smoothbench.core.data.Cifar10Layout.SIDE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.smoothbench.core.problem.Problem;

/**
 * The files of CIFAR-10 and CIFAR-100: records of label bytes and an image of 32 by 32 pixels, colour planes apart.
 *
 * @param labelBytes how many labels lie before an image
 * @param labelAt which of them is the class
 * @param namesFile the file with the names of the classes, one per line; it may be missing
 * @param unnamedClasses how many classes there are where no file names them
 */
record CifarRecords(int labelBytes, int labelAt, Path namesFile, int unnamedClasses) {

    private int recordBytes() {
        return labelBytes + CHANNELS * PLANE_BYTES;
    }

    /** The names in their file, or else the numbers of the classes. */
    List<String> classNames() {
        if (!Files.exists(namesFile)) {
            return IntStream.range(0, unnamedClasses)
                    .mapToObj(Integer::toString)
                    .toList();
        }
        try {
            List<String> names = Files.readAllLines(namesFile).stream()
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
            if (names.isEmpty()) {
                throw problem(namesFile, "names no class", "put one class name on each line or remove the file");
            }
            return names;
        } catch (IOException e) {
            throw unreadable(namesFile, e);
        }
    }

    /** Reads files one after another into one set. */
    ImageSet read(List<Path> files, int classes) {
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
            int count = Math.min(records.length / recordBytes(), labels.length - done);
            for (int record = 0; record < count; record++, done++) {
                labels[done] = label(file, records, record, classes);
                Cifar10Layout.decodeImage(records, record * recordBytes() + labelBytes, pixels, done);
            }
        }
        if (done != labels.length) {
            throw problem(
                    files.getLast(), "became shorter while it was read", "wait until it is written, then try again");
        }
        return new ImageSet(pixels, labels, SIDE, SIDE, CHANNELS);
    }

    private long countRecords(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw problem(file, "is not a file", "give the folder that holds it");
            }
            long length = Files.size(file);
            if (length == 0) {
                throw problem(file, "is empty", "fetch the file again");
            }
            long tooMany = length % recordBytes();
            if (tooMany != 0) {
                throw problem(
                        file,
                        "is %d bytes more than whole records of %d bytes, so record %d is cut short; file truncated?"
                                .formatted(tooMany, recordBytes(), length / recordBytes()),
                        "fetch the file again");
            }
            return length / recordBytes();
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

    private int label(Path file, byte[] records, int record, int classes) {
        int at = record * recordBytes() + labelAt;
        int label = Byte.toUnsignedInt(records[at]);
        if (label >= classes) {
            throw problem(
                    file,
                    "record %d (byte %d) has label %d, but there are only %d classes, 0 to %d"
                            .formatted(record, at, label, classes, classes - 1),
                    "fetch the file again, or name every class in " + namesFile.getFileName());
        }
        return label;
    }

    static RuntimeException problem(Path place, String what, String remedy) {
        return new Problem.Data(what, place.toString(), remedy).asException();
    }

    static RuntimeException unreadable(Path place, IOException cause) {
        return new Problem.Data("cannot be read (" + cause + ")", place.toString(), "check that you may read it")
                .asException(cause);
    }
}

package org.smoothbench.core.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.smoothbench.core.experiment.DataSpec;
import org.smoothbench.core.experiment.DataSpec.Cifar100Binary.Labels;
import org.smoothbench.core.problem.Problem;

/** Recognises what images lie in a folder, by the names in it; nothing is opened. */
public final class DataLocator {

    /** The folders that the published archives unpack to. */
    private static final List<String> USUAL_SUBFOLDERS = List.of("cifar-10-batches-bin", "cifar-100-binary", "raw");

    private static final String LOOKED_FOR = "give a folder with data_batch_1.bin and test_batch.bin (CIFAR-10), "
            + "train.bin and test.bin (CIFAR-100), train-images-idx3-ubyte and its three companions (MNIST), "
            + "train*.zip and test*.zip or val*.zip, or the folders train and test or val";

    private DataLocator() {}

    /**
     * The data in a folder, or in the folder below it that a published archive unpacks to.
     *
     * @return the data with absolute paths; images of folders and zip files are taken to be of one size
     * @throws org.smoothbench.core.problem.ProblemException if there is no such folder or nothing known in it
     */
    public static DataSpec locate(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw problem(folder, Files.exists(folder) ? "is not a folder" : "no such folder");
        }
        Stream<Path> places =
                Stream.concat(Stream.of(folder), USUAL_SUBFOLDERS.stream().map(folder::resolve));
        return places.filter(Files::isDirectory)
                .map(place -> place.toAbsolutePath().normalize())
                .flatMap(place -> recognise(place).stream())
                .findFirst()
                .orElseThrow(() -> problem(folder, "holds no image set that is known here"));
    }

    private static Optional<DataSpec> recognise(Path folder) {
        if (Files.isRegularFile(folder.resolve(Cifar10Layout.trainFile(1)))
                && Files.isRegularFile(folder.resolve(Cifar10Layout.TEST_FILE))) {
            return Optional.of(new DataSpec.Cifar10Binary(folder.toString()));
        }
        if (Files.isRegularFile(folder.resolve(Cifar100Reader.TRAIN_FILE))
                && Files.isRegularFile(folder.resolve(Cifar100Reader.TEST_FILE))) {
            return Optional.of(new DataSpec.Cifar100Binary(folder.toString(), Labels.FINE));
        }
        if (IdxReader.find(folder, "train", "images", 3).isPresent()
                && IdxReader.find(folder, "t10k", "images", 3).isPresent()) {
            return Optional.of(new DataSpec.Idx(folder.toString()));
        }
        return imageFolder(folder);
    }

    private static Optional<DataSpec> imageFolder(Path folder) {
        List<Path> entries = entries(folder);
        List<String> train = named(entries, "train");
        List<String> test = named(entries, "test");
        List<String> judged = test.isEmpty() ? named(entries, "val") : test;
        return train.isEmpty() || judged.isEmpty()
                ? Optional.empty()
                : Optional.of(new DataSpec.ImageFolder(train, judged));
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new Problem.Data("cannot be listed (" + e + ")", folder.toString(), "check that you may read it")
                    .asException(e);
        }
    }

    /** The folder of a role, or else its zip files. */
    private static List<String> named(List<Path> entries, String role) {
        List<String> folders = new ArrayList<>();
        List<String> archives = new ArrayList<>();
        for (Path entry : entries) {
            String name = String.valueOf(entry.getFileName()).toLowerCase(Locale.ROOT);
            if (name.equals(role) && Files.isDirectory(entry)) {
                folders.add(entry.toString());
            } else if (name.startsWith(role) && name.endsWith(".zip") && Files.isRegularFile(entry)) {
                archives.add(entry.toString());
            }
        }
        return folders.isEmpty() ? archives : folders;
    }

    private static RuntimeException problem(Path folder, String what) {
        return new Problem.Data(what, folder.toString(), LOOKED_FOR).asException();
    }
}

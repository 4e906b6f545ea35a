package org.smoothbench.core.data;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.smoothbench.core.experiment.DataSpec;
import org.smoothbench.core.experiment.ImageScaling;
import org.smoothbench.core.problem.ProblemException;

/**
 * The size of images and the number of classes, found out without reading the images.
 *
 * @param channels 1 or 3
 * @param height in pixels
 * @param width in pixels
 * @param classes how many
 */
public record DataOutline(int channels, int height, int width, int classes) {

    private static final int CIFAR_SIDE = 32;
    private static final int CIFAR_CLASSES = 10;
    private static final int FINE_CLASSES = 100;
    private static final int COARSE_CLASSES = 20;
    private static final int IMAGES_MAGIC = 0x803;

    /** The outline of data; empty where only reading them would tell, or where they are not as they should be. */
    public static Optional<DataOutline> of(DataSpec data) {
        try {
            return switch (data) {
                case DataSpec.Cifar10Binary cifar -> cifar10(Path.of(cifar.path()));
                case DataSpec.Cifar100Binary cifar ->
                    Optional.of(new DataOutline(
                            3,
                            CIFAR_SIDE,
                            CIFAR_SIDE,
                            switch (cifar.labels()) {
                                case FINE -> FINE_CLASSES;
                                case COARSE -> COARSE_CLASSES;
                            }));
                case DataSpec.Idx idx -> idx(Path.of(idx.path()));
                case DataSpec.ImageFolder folder -> photographs(folder);
            };
        } catch (IOException | ProblemException _) {
            return Optional.empty();
        }
    }

    private static Optional<DataOutline> cifar10(Path folder) throws IOException {
        Path names = folder.resolve(Cifar10Layout.NAMES_FILE);
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        long named = Files.isRegularFile(names)
                ? Files.readAllLines(names).stream()
                        .filter(line -> !line.isBlank())
                        .count()
                : CIFAR_CLASSES;
        return Optional.of(new DataOutline(3, CIFAR_SIDE, CIFAR_SIDE, (int) named));
    }

    private static Optional<DataOutline> idx(Path folder) throws IOException {
        Optional<Path> images = IdxReader.find(folder, "train", "images", 3);
        Optional<Path> labels = IdxReader.find(folder, "train", "labels", 1);
        if (images.isEmpty() || labels.isEmpty()) {
            return Optional.empty();
        }
        try (DataInputStream header = open(images.get());
                DataInputStream classes = open(labels.get())) {
            if (header.readInt() != IMAGES_MAGIC) {
                return Optional.empty();
            }
            header.readInt();
            int height = header.readInt();
            int width = header.readInt();
            classes.skipNBytes(Long.BYTES);
            int most = 0;
            for (byte label : classes.readAllBytes()) {
                most = Math.max(most, Byte.toUnsignedInt(label));
            }
            return Optional.of(new DataOutline(1, height, width, most + 1));
        }
    }

    private static DataInputStream open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        return new DataInputStream(String.valueOf(file.getFileName()).endsWith(".gz") ? new GZIPInputStream(raw) : raw);
    }

    /** Only where images are brought to a size and their folders are plain: each class a folder with files in it. */
    private static Optional<DataOutline> photographs(DataSpec.ImageFolder folder) throws IOException {
        if (!(folder.size() instanceof ImageScaling.Imagenet scaling)) {
            return Optional.empty();
        }
        Set<String> classes = new HashSet<>();
        if (!folder.classMap().isEmpty()) {
            classes.addAll(ClassMap.read(Path.of(folder.classMap())).names());
        } else {
            for (String place : folder.train()) {
                if (!addClasses(Path.of(place), classes)) {
                    return Optional.empty();
                }
            }
        }
        return classes.size() < 2
                ? Optional.empty()
                : Optional.of(new DataOutline(3, scaling.resolution(), scaling.resolution(), classes.size()));
    }

    private static boolean addClasses(Path place, Set<String> classes) throws IOException {
        if (!Files.isDirectory(place)) {
            return false;
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(place, Files::isDirectory)) {
            for (Path folder : folders) {
                try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
                    var first = inside.iterator();
                    if (!first.hasNext() || !Files.isRegularFile(first.next())) {
                        return false;
                    }
                }
                classes.add(String.valueOf(folder.getFileName()));
            }
        }
        return true;
    }
}

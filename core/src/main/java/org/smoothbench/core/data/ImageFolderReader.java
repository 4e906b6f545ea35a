package org.smoothbench.core.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.smoothbench.core.problem.Problem;

/**
 * Reads folders and zip archives of images, one folder per class: {@code <anything>/<class>/<image>.jpg}, or
 * {@code .jpeg} or {@code .png}.
 *
 * <p>Hidden files, {@code Thumbs.db}, {@code desktop.ini} and {@code __MACOSX} are passed over; any other file that is no
 * image is a problem, so that a set is never quietly smaller than its folder. Archives are unpacked in memory only. This
 * version does not scale: all images have to be of one size.
 */
public final class ImageFolderReader {

    private ImageFolderReader() {}

    /**
     * Reads a training and a test set.
     *
     * <p>The order of the images is that of the sources and, within a source, that of the paths, whatever the platform.
     * The classes are the folder names of the training set in the order of their characters.
     *
     * @param train folders or archives that together make the training set
     * @param test folders or archives that together make the test set; their classes must occur in training
     * @return images with three channels, red, green, blue; grey images have three equal ones
     * @throws org.smoothbench.core.problem.ProblemException with a {@link Problem.Data} naming the source and the file if
     *     a source is missing, broken or without images, a file is no image, does not decode or is transparent, sizes
     *     differ, there is a single class, or the images do not fit into memory
     * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile
     */
    public static Dataset read(List<Path> train, List<Path> test) {
        keepAwtOffTheDisplay();
        try (Sources trainSources = Sources.open(train, "training");
                Sources testSources = Sources.open(test, "test")) {
            List<ImageFile> trainFiles = trainSources.files();
            List<ImageFile> testFiles = testSources.files();
            List<String> classNames = classNames(train, trainFiles);
            requireKnownClasses(classNames, testFiles);
            ImageDecoder.Size size = ImageDecoder.size(trainFiles.getFirst());
            requireRoom(trainFiles, testFiles, size);
            return new Dataset(decode(trainFiles, size, classNames), decode(testFiles, size, classNames), classNames);
        }
    }

    /** Decoding needs no display, and on a Mac asking for one beside JavaFX can block for ever. */
    private static void keepAwtOffTheDisplay() {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    private static List<String> classNames(List<Path> train, List<ImageFile> files) {
        List<String> names =
                files.stream().map(ImageFile::className).distinct().sorted().toList();
        if (names.size() < 2) {
            throw new Problem.Data(
                            "all training images are of one class, \"" + names.getFirst() + "\"",
                            train.getFirst().toString(),
                            "give the folder above the class folders, with at least two of them")
                    .asException();
        }
        return names;
    }

    private static void requireKnownClasses(List<String> classNames, List<ImageFile> testFiles) {
        for (ImageFile file : testFiles) {
            if (Collections.binarySearch(classNames, file.className()) < 0) {
                throw file.problem(
                                "its class \"%s\" does not occur in training (%s)"
                                        .formatted(file.className(), abridged(classNames)),
                                "use the same class folders for training and test")
                        .asException();
            }
        }
    }

    private static String abridged(List<String> names) {
        int most = 10;
        return names.size() <= most
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, most)) + " and " + (names.size() - most) + " more";
    }

    private static void requireRoom(List<ImageFile> train, List<ImageFile> test, ImageDecoder.Size size) {
        double trainBytes = (double) train.size() * size.bytes();
        double testBytes = (double) test.size() * size.bytes();
        double most = Runtime.getRuntime().maxMemory();
        if (trainBytes + testBytes > most || Math.max(trainBytes, testBytes) > Integer.MAX_VALUE - 8) {
            throw train.getFirst()
                    .problem(
                            "%d images of %s pixels do not fit into memory".formatted(train.size() + test.size(), size),
                            "use fewer or smaller images, or give the program more memory (-Xmx)")
                    .asException();
        }
    }

    private static ImageSet decode(List<ImageFile> files, ImageDecoder.Size size, List<String> classNames) {
        byte[] pixels = new byte[Math.toIntExact(files.size() * size.bytes())];
        ParallelDecoding.decode(files, size, pixels);
        int[] labels = files.stream()
                .mapToInt(file -> Collections.binarySearch(classNames, file.className()))
                .toArray();
        return new ImageSet(pixels, labels, size.height(), size.width(), 3);
    }

    /** The open sources of one set, closed together. */
    private record Sources(List<ImageSource> open) implements AutoCloseable {

        static Sources open(List<Path> places, String role) {
            if (places.isEmpty()) {
                throw new Problem.Data(
                                "no " + role + " images are given", "", "name at least one folder or zip archive")
                        .asException();
            }
            Sources sources = new Sources(new ArrayList<>());
            try {
                places.forEach(place -> sources.open.add(ImageSource.open(place)));
                return sources;
            } catch (RuntimeException e) {
                sources.close();
                throw e;
            }
        }

        List<ImageFile> files() {
            return open.stream()
                    .flatMap(source -> ImageFile.list(source).stream())
                    .toList();
        }

        @Override
        public void close() {
            open.forEach(ImageSource::close);
        }
    }
}

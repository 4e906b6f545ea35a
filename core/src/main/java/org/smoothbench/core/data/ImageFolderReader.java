package org.smoothbench.core.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smoothbench.core.experiment.DataSpec.ImageFolder;
import org.smoothbench.core.experiment.DataSpec.ImageFolder.DamagedFiles;
import org.smoothbench.core.experiment.DataSpec.ImageFolder.Loading;
import org.smoothbench.core.experiment.ImageScaling;
import org.smoothbench.core.experiment.SplitSpec;
import org.smoothbench.core.problem.Problem;

/**
 * Reads folders and zip archives of images, one folder per class: {@code <anything>/<class>/<image>.jpg}, or
 * {@code .jpeg} or {@code .png}.
 *
 * <p>Hidden files, {@code Thumbs.db}, {@code desktop.ini} and {@code __MACOSX} are passed over; any other file that is no
 * image is a problem, so that a set is never quietly smaller than its folder. Archives are unpacked in memory only. The
 * order of the images is that of the sources and, within a source, that of the paths, whatever the platform. Images have
 * three channels, red, green, blue; grey images have three equal ones.
 */
public final class ImageFolderReader {

    private final ImageFolder spec;

    private ImageFolderReader(ImageFolder spec) {
        this.spec = spec;
    }

    /**
     * Reads or opens a training and a test set.
     *
     * @return the sets, in memory as far as they are to be and fit there
     * @throws org.smoothbench.core.problem.ProblemException with a {@link Problem.Data} naming the source and the file if
     *     a source is missing, broken or without images, a file is no image, does not decode or is transparent, sizes
     *     differ, there is a single class, or the images do not fit into memory. Of what is streamed, only the first
     *     image is looked at here
     * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile
     */
    public static Dataset read(ImageFolder spec, SplitSpec split) {
        keepAwtOffTheDisplay();
        List<ImageSource> open = new ArrayList<>();
        try {
            Dataset dataset = new ImageFolderReader(spec).read(split, open);
            if (!dataset.streamed()) {
                open.forEach(ImageSource::close);
            }
            return dataset;
        } catch (RuntimeException e) {
            open.forEach(ImageSource::close);
            throw e;
        }
    }

    /**
     * Reads or opens the test set alone.
     *
     * @throws org.smoothbench.core.problem.ProblemException as above, but of the training images only the names and the first
     *     image are looked at
     * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile
     */
    static TestSet readTest(ImageFolder spec) {
        keepAwtOffTheDisplay();
        List<ImageSource> training = new ArrayList<>();
        List<ImageSource> open = new ArrayList<>();
        try {
            ImageFolderReader reader = new ImageFolderReader(spec);
            Listing listing = reader.lookInto(training, open);
            Images test = new Room(spec.loading()).place(listing.test(), true);
            if (!(test instanceof StreamedImages)) {
                open.forEach(ImageSource::close);
            }
            return new TestSet(test, listing.classNames());
        } catch (RuntimeException e) {
            open.forEach(ImageSource::close);
            throw e;
        } finally {
            training.forEach(ImageSource::close);
        }
    }

    /** Decoding needs no display, and on a Mac asking for one beside JavaFX can block for ever. */
    private static void keepAwtOffTheDisplay() {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    /** Both sets as they lie in their files; none but the first to train on was looked into. */
    private record Listing(StreamedImages train, StreamedImages test, List<String> classNames, boolean varies) {}

    private Listing lookInto(List<ImageSource> training, List<ImageSource> test) {
        List<ImageFile> trainFiles = list(spec.train(), training);
        List<ImageFile> testFiles = list(spec.test(), test);
        ClassMap classes = classes(trainFiles);
        String lacking = spec.classMap().isEmpty() ? "does not occur in training" : "is not in the class map";
        String remedy = spec.classMap().isEmpty()
                ? "use the same class folders for training and test"
                : "add a line for it to " + spec.classMap();
        int[] trainLabels = classes.labelsOf(trainFiles, lacking, remedy);
        int[] testLabels = classes.labelsOf(testFiles, lacking, remedy);
        ImageDecoding decoding = decoding(trainFiles);
        return new Listing(
                new StreamedImages(trainFiles, trainLabels, decoding, spec.damaged()),
                new StreamedImages(testFiles, testLabels, decoding, spec.damaged()),
                classes.names(),
                decoding.varies());
    }

    private Dataset read(SplitSpec split, List<ImageSource> open) {
        Listing listing = lookInto(open, open);
        StreamedImages train = listing.train();
        Split parts = Split.of(train.labels(), listing.classNames().size(), split);
        Room room = new Room(spec.loading());
        Images training = room.place(train.subset(parts.training()), !listing.varies());
        Optional<Images> validation = parts.validation().length == 0
                ? Optional.empty()
                : Optional.of(room.place(train.subset(parts.validation()), true));
        return new Dataset(training, validation, room.place(listing.test(), true), listing.classNames());
    }

    private static List<ImageFile> list(List<String> places, List<ImageSource> open) {
        List<ImageFile> files = new ArrayList<>();
        for (String place : places) {
            ImageSource source = ImageSource.open(Path.of(place));
            open.add(source);
            files.addAll(ImageFile.list(source));
        }
        return files;
    }

    private ClassMap classes(List<ImageFile> training) {
        if (!spec.classMap().isEmpty()) {
            return ClassMap.read(Path.of(spec.classMap()));
        }
        ClassMap classes = ClassMap.ofFolders(training);
        if (classes.names().size() < 2) {
            throw new Problem.Data(
                            "all training images are of one class, \""
                                    + classes.names().getFirst() + "\"",
                            spec.train().getFirst(),
                            "give the folder above the class folders, with at least two of them")
                    .asException();
        }
        return classes;
    }

    private ImageDecoding decoding(List<ImageFile> training) {
        return switch (spec.size()) {
            case ImageScaling.Stored _ -> new StoredDecoding(storedSize(training));
            case ImageScaling.Imagenet imagenet -> new PhotographDecoding(imagenet);
        };
    }

    private ImageDecoder.Size storedSize(List<ImageFile> training) {
        if (spec.damaged() == DamagedFiles.REFUSE) {
            return ImageDecoder.size(training.getFirst());
        }
        return training.stream()
                .flatMap(file -> ImageDecoder.sizeIfSound(file).stream())
                .findFirst()
                .orElseGet(() -> ImageDecoder.size(training.getFirst()));
    }

    /** How much of the memory is taken, and what still fits. */
    private static final class Room {

        private final Loading loading;
        private final double most = Runtime.getRuntime().maxMemory();
        private double taken;

        Room(Loading loading) {
            this.loading = loading;
        }

        Images place(StreamedImages images, boolean sameAtEveryVisit) {
            double bytes = images.decodedBytes();
            boolean held = sameAtEveryVisit && loading != Loading.STREAM;
            // Half of the memory is left for what else a run holds; a device may have a copy of the images besides.
            double limit = loading == Loading.MEMORY ? most : most / 2;
            boolean fits = taken + bytes <= limit && bytes <= Integer.MAX_VALUE - 8;
            if (held && !fits && loading == Loading.MEMORY) {
                throw images.files()
                        .getFirst()
                        .problem(
                                "%d images of %dx%d pixels do not fit into memory"
                                        .formatted(images.size(), images.width(), images.height()),
                                "let them be decoded at every visit ($.data.loading \"stream\"), use fewer or smaller "
                                        + "images, or give the program more memory (-Xmx)")
                        .asException();
            }
            if (held && fits) {
                taken += bytes;
                return images.inMemory();
            }
            return images.checked();
        }
    }
}

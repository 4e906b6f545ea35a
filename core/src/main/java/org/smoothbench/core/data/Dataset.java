package org.smoothbench.core.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A set to train on, one to judge by and perhaps one to choose by, of the same image size and classes. Closing it closes
 * the files that images are still decoded from.
 *
 * @param train the images to train on
 * @param validation images kept back from training, to choose checkpoints and settings by
 * @param test the images accuracy is measured on
 * @param classNames the name of each class; a label is an index into this list
 */
public record Dataset(Images train, Optional<Images> validation, Images test, List<String> classNames)
        implements AutoCloseable {

    public Dataset {
        classNames = List.copyOf(classNames);
        requireSameSize(train, test);
        validation.ifPresent(images -> requireSameSize(train, images));
    }

    /** A set without validation images. */
    public Dataset(Images train, Images test, List<String> classNames) {
        this(train, Optional.empty(), test, classNames);
    }

    private static void requireSameSize(Images some, Images others) {
        if (some.height() != others.height()
                || some.width() != others.width()
                || some.channels() != others.channels()) {
            throw new IllegalArgumentException("training and test images differ in size");
        }
    }

    /** Whether some of the images are decoded at every visit. */
    public boolean streamed() {
        return Stream.concat(Stream.of(train, test), validation.stream()).anyMatch(StreamedImages.class::isInstance);
    }

    /** How the training images are spread over the classes. */
    public ClassBalance balance() {
        return ClassBalance.of(train.labels(), classNames);
    }

    /** The damaged files that were left out so far, or replaced by another image of their class. */
    public List<String> damaged() {
        List<String> files = new ArrayList<>(train.damaged());
        validation.ifPresent(images -> files.addAll(images.damaged()));
        files.addAll(test.damaged());
        return files.stream().distinct().toList();
    }

    @Override
    public void close() {
        train.close();
        validation.ifPresent(Images::close);
        test.close();
    }
}

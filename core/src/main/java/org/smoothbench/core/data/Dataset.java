package org.smoothbench.core.data;

import java.util.List;

/**
 * A set to train on and one to judge by, of the same image size and classes.
 *
 * @param train the images to train on
 * @param test the images accuracy is measured on
 * @param classNames the name of each class; a label is an index into this list
 */
public record Dataset(ImageSet train, ImageSet test, List<String> classNames) {

    public Dataset {
        classNames = List.copyOf(classNames);
        if (train.imageBytes() != test.imageBytes() || train.width() != test.width()) {
            throw new IllegalArgumentException("training and test images differ in size");
        }
    }
}

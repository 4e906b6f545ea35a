package org.smoothbench.core.data;

import java.util.List;

/**
 * The two sets that a format stores, in memory, before any split.
 *
 * @param train the training images
 * @param test the test images
 * @param classNames the name of each class; a label is an index into this list
 */
public record StoredSets(ImageSet train, ImageSet test, List<String> classNames) {

    public StoredSets {
        classNames = List.copyOf(classNames);
    }
}

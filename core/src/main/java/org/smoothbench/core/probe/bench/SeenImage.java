package org.smoothbench.core.probe.bench;

import java.util.List;

/**
 * A test image and what a model says of it.
 *
 * @param index in the test set
 * @param count how many test images there are
 * @param label its class
 * @param classNames the name of each class
 */
public record SeenImage(int index, int count, int label, List<String> classNames, Picture picture, Answer answer) {

    public SeenImage {
        classNames = List.copyOf(classNames);
    }
}

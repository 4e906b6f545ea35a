package org.smoothbench.core.data;

import java.util.List;

/**
 * The images accuracy is measured on, without those that were trained on. Closing it closes the files that images are still
 * decoded from.
 *
 * @param images the images
 * @param classNames the name of each class; a label is an index into this list
 */
public record TestSet(Images images, List<String> classNames) implements AutoCloseable {

    public TestSet {
        classNames = List.copyOf(classNames);
    }

    @Override
    public void close() {
        images.close();
    }
}

package org.smoothbench.core.evaluation;

import java.util.List;
import org.smoothbench.core.data.Images;
import org.smoothbench.core.engine.ImageSupply;

/**
 * The images a model is evaluated on. Belongs to the engine's thread.
 *
 * @param images the whole test set
 * @param supply the same on the device
 * @param classNames the name of each class
 */
public record TestImages(Images images, ImageSupply supply, List<String> classNames) {

    public TestImages {
        classNames = List.copyOf(classNames);
    }

    /** How many numbers an image has. */
    int imageValues() {
        return images.imageBytes();
    }
}

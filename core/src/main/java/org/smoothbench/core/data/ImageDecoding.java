package org.smoothbench.core.data;

/** Turns the file of an image into pixels of the size the network sees. */
sealed interface ImageDecoding permits StoredDecoding, PhotographDecoding {

    /** The height of what comes out. */
    int height();

    /** The width of what comes out. */
    int width();

    /** Whether training sees other pixels at every visit. */
    boolean varies();

    /** Decodes as an image is judged: red, green, blue, row by row. */
    void decode(ImageFile file, byte[] target, int offset);

    /** Decodes as an image is trained on. */
    void decodeForTraining(ImageFile file, long seed, byte[] target, int offset);
}

package org.smoothbench.core.data;

/** Images that all have one size already. */
record StoredDecoding(ImageDecoder.Size size) implements ImageDecoding {

    @Override
    public int height() {
        return size.height();
    }

    @Override
    public int width() {
        return size.width();
    }

    @Override
    public boolean varies() {
        return false;
    }

    @Override
    public void decode(ImageFile file, byte[] target, int offset) {
        ImageDecoder.decode(file, size, target, offset);
    }

    @Override
    public void decodeForTraining(ImageFile file, long seed, byte[] target, int offset) {
        decode(file, target, offset);
    }
}

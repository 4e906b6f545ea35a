package org.smoothbench.core.data;

import java.awt.Rectangle;
import org.smoothbench.core.experiment.ImageScaling.Imagenet;

/**
 * Photographs of any size, brought to a square: a random part in training (Szegedy et al. 2015, with the numbers of He et
 * al. 2016), in tests the middle of the image after its shorter side was scaled. Scaling averages over all pixels.
 */
record PhotographDecoding(Imagenet spec) implements ImageDecoding {

    /** How often a part is drawn until one lies within the image. */
    private static final int ATTEMPTS = 10;

    /** Apart from the streams that the augmentation draws from. */
    private static final long PART = 2;

    @Override
    public int height() {
        return spec.resolution();
    }

    @Override
    public int width() {
        return spec.resolution();
    }

    @Override
    public boolean varies() {
        return true;
    }

    @Override
    public void decode(ImageFile file, byte[] target, int offset) {
        ImageDecoder.Pixels image = ImageDecoder.decodePart(file, size -> new Rectangle(size.width(), size.height()));
        boolean wide = image.width() > image.height();
        int shorter = wide ? image.height() : image.width();
        int longer = (int) ((long) spec.resizeTo() * (wide ? image.width() : image.height()) / shorter);
        int width = wide ? longer : spec.resizeTo();
        int height = wide ? spec.resizeTo() : longer;
        Rectangle middle =
                new Rectangle(middle(width - spec.resolution()), middle(height - spec.resolution()), width(), height());
        new Resampling(spec.interpolation()).scale(image, width, height, middle, target, offset);
    }

    /** Half of a margin, rounded to even, as torchvision's centre crop does. */
    private static int middle(int margin) {
        return (int) Math.rint(margin / 2.0);
    }

    @Override
    public void decodeForTraining(ImageFile file, long seed, byte[] target, int offset) {
        ImageDecoder.Pixels part = ImageDecoder.decodePart(file, size -> randomPart(size, seed));
        Rectangle whole = new Rectangle(width(), height());
        new Resampling(spec.interpolation()).scale(part, width(), height(), whole, target, offset);
    }

    /** The part of an image that is trained on: a random share of its area in a random shape at a random place. */
    Rectangle randomPart(ImageDecoder.Size size, long seed) {
        SeededRandom random = SeededRandom.stream(seed, PART);
        double area = (double) size.width() * size.height();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            double target = area * random.between(spec.minScale(), spec.maxScale());
            // Shapes are drawn on a logarithmic scale, so that 3:4 is as likely as 4:3.
            double ratio =
                    StrictMath.exp(random.between(StrictMath.log(spec.minRatio()), StrictMath.log(spec.maxRatio())));
            int width = (int) Math.rint(Math.sqrt(target * ratio));
            int height = (int) Math.rint(Math.sqrt(target / ratio));
            if (width > 0 && width <= size.width() && height > 0 && height <= size.height()) {
                int y = random.below(size.height() - height + 1);
                int x = random.below(size.width() - width + 1);
                return new Rectangle(x, y, width, height);
            }
        }
        return middlePart(size);
    }

    /** The largest part in the middle whose shape is allowed. */
    private Rectangle middlePart(ImageDecoder.Size size) {
        double ratio = (double) size.width() / size.height();
        int width = ratio > spec.maxRatio() ? (int) Math.rint(size.height() * spec.maxRatio()) : size.width();
        int height = ratio < spec.minRatio() ? (int) Math.rint(size.width() / spec.minRatio()) : size.height();
        int w = Math.clamp(width, 1, size.width());
        int h = Math.clamp(height, 1, size.height());
        return new Rectangle((size.width() - w) / 2, (size.height() - h) / 2, w, h);
    }
}

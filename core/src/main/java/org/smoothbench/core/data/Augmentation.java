package org.smoothbench.core.data;

import java.util.Arrays;
import org.smoothbench.core.data.policy.AutoAugment;
import org.smoothbench.core.experiment.AugmentationSpec;
import org.smoothbench.core.problem.Problem;

/**
 * Varies training images: a crop out of the image on a black border, a mirror image, AutoAugment, a black square; in this
 * order. What is drawn follows from a seed alone, so the same image with the same seed comes out the same on any thread.
 */
public final class Augmentation {

    private static final long PLACEMENT = 0;
    private static final long POLICY = 1;

    private final AugmentationSpec spec;
    private final int height;
    private final int width;
    private final int channels;
    private final AutoAugment policy;

    /**
     * The augmentation of images of one size.
     *
     * @throws org.smoothbench.core.problem.ProblemException if it does not fit images of this size
     */
    public Augmentation(AugmentationSpec spec, int height, int width, int channels) {
        this.spec = spec;
        this.height = height;
        this.width = width;
        this.channels = channels;
        this.policy = new AutoAugment(spec.autoAugment());
        int side = Math.min(height, width);
        require(spec.cropPadding() < side, "cropPadding", "a border narrower than the images", spec.cropPadding());
        require(spec.cutout() <= side, "cutout", "a square no larger than the images", spec.cutout());
    }

    private void require(boolean fits, String key, String expected, int found) {
        if (!fits) {
            throw new Problem.Specification(
                            "expected %s, which are %dx%d pixels, found %d".formatted(expected, width, height, found),
                            "$.augmentation." + key,
                            "lower it")
                    .asException();
        }
    }

    /** Whether images come out as they are. */
    public boolean none() {
        return spec.none();
    }

    /** Whether all that is done is to move whole pixels, which a device does as one gather. */
    public boolean movesOnly() {
        return policy.none();
    }

    /** The seed of one image of a step. */
    public static long imageSeed(long stepSeed, int position) {
        return SeededRandom.seed(stepSeed, position);
    }

    /** What is drawn for an image. */
    public Placement draw(long imageSeed) {
        SeededRandom random = SeededRandom.stream(imageSeed, PLACEMENT);
        int range = 2 * spec.cropPadding() + 1;
        int y = random.below(range) - spec.cropPadding();
        int x = random.below(range) - spec.cropPadding();
        boolean mirrored = random.fraction() < 0.5 && spec.flip();
        boolean cut = random.fraction() < spec.cutoutProbability() && spec.cutout() > 0;
        int cutY = random.below(height) - spec.cutout() / 2;
        int cutX = random.below(width) - spec.cutout() / 2;
        return new Placement(y, x, mirrored, cutY, cutX, cut ? spec.cutout() : 0);
    }

    /**
     * Which pixels an image takes from its source, and which of them are black.
     *
     * @param y rows the part lies below the source's top; negative above it
     * @param x columns the part lies right of the source's left edge; negative left of it
     * @param mirrored whether left and right change places, after the part is taken
     * @param cutY first row of the black square, in the finished image; may lie outside
     * @param cutX first column of the black square
     * @param cutSide its side; 0 for none
     */
    public record Placement(int y, int x, boolean mirrored, int cutY, int cutX, int cutSide) {

        /** The source's row of a row; outside the source, the pixel is black. */
        public int sourceRow(int row) {
            return row + y;
        }

        /** The source's column of a column, given the width; outside the source, the pixel is black. */
        public int sourceColumn(int column, int width) {
            return (mirrored ? width - 1 - column : column) + x;
        }

        /** Whether the black square reaches over a row. */
        public boolean cutsRow(int row) {
            return row >= cutY && row < cutY + cutSide;
        }

        /** Whether the black square reaches over a column. */
        public boolean cutsColumn(int column) {
            return column >= cutX && column < cutX + cutSide;
        }
    }

    /**
     * Varies an image in memory.
     *
     * @param pixels holds the image, channel last, and takes the result
     * @param offset the place of the image's first byte
     */
    public void apply(byte[] pixels, int offset, long imageSeed) {
        if (none()) {
            return;
        }
        Placement placement = draw(imageSeed);
        move(pixels, offset, placement);
        if (!policy.none()) {
            follow(pixels, offset, SeededRandom.stream(imageSeed, POLICY));
        }
        cut(pixels, offset, placement);
    }

    /** Only moves pixels, as drawn. */
    void apply(byte[] pixels, int offset, Placement placement) {
        move(pixels, offset, placement);
        cut(pixels, offset, placement);
    }

    private void follow(byte[] pixels, int offset, SeededRandom random) {
        int size = height * width * channels;
        byte[] image = Arrays.copyOfRange(pixels, offset, offset + size);
        byte[] varied = policy.apply(image, height, width, channels, random::fraction);
        System.arraycopy(varied, 0, pixels, offset, size);
    }

    private void move(byte[] pixels, int offset, Placement placement) {
        if (placement.x() == 0 && placement.y() == 0 && !placement.mirrored()) {
            return;
        }
        int rowBytes = width * channels;
        byte[] source = Arrays.copyOfRange(pixels, offset, offset + height * rowBytes);
        Arrays.fill(pixels, offset, offset + height * rowBytes, (byte) 0);
        for (int row = 0; row < height; row++) {
            int sourceRow = placement.sourceRow(row);
            if (sourceRow >= 0 && sourceRow < height) {
                moveRow(source, sourceRow * rowBytes, pixels, offset + row * rowBytes, placement);
            }
        }
    }

    /** Copies the columns that come from within the source. */
    private void moveRow(byte[] source, int from, byte[] target, int to, Placement placement) {
        int shift = placement.mirrored() ? -placement.x() : placement.x();
        int first = Math.max(0, -shift);
        int end = Math.min(width, width - shift);
        if (!placement.mirrored()) {
            int bytes = Math.max(0, end - first) * channels;
            System.arraycopy(source, from + (first + shift) * channels, target, to + first * channels, bytes);
            return;
        }
        int at = to + first * channels;
        for (int column = first; column < end; column++) {
            int pixel = from + placement.sourceColumn(column, width) * channels;
            for (int channel = 0; channel < channels; channel++) {
                target[at++] = source[pixel + channel];
            }
        }
    }

    private void cut(byte[] pixels, int offset, Placement placement) {
        int left = Math.max(placement.cutX(), 0);
        int right = Math.min(placement.cutX() + placement.cutSide(), width);
        int bottom = Math.min(placement.cutY() + placement.cutSide(), height);
        for (int row = Math.max(placement.cutY(), 0); row < bottom && left < right; row++) {
            int start = offset + row * width * channels;
            Arrays.fill(pixels, start + left * channels, start + right * channels, (byte) 0);
        }
    }
}

package org.smoothbench.core.landscape;

/**
 * A plane of images: x + a u + b v. Values lie row by row, pixel by pixel, channel last, on the [0, 1] scale; the arrays are
 * shared, not copied.
 */
public final class ImagePlane {

    private final Shape shape;
    private final float[] image;
    private final float[] first;
    private final float[] second;

    /** The size of images. */
    public record Shape(int channels, int height, int width) {

        /** How many values an image has. */
        public int values() {
            return Math.multiplyExact(Math.multiplyExact(channels, height), width);
        }
    }

    /**
     * A plane.
     *
     * @param image x
     * @param first u: what one budget along the first axis adds
     * @param second v: what one budget along the second axis adds
     */
    public ImagePlane(Shape shape, float[] image, float[] first, float[] second) {
        if (image.length != shape.values() || first.length != image.length || second.length != image.length) {
            throw new IllegalArgumentException("image and directions are not of one size");
        }
        this.shape = shape;
        this.image = image;
        this.first = first;
        this.second = second;
    }

    /** The size of the images. */
    public Shape shape() {
        return shape;
    }

    /** The image x; shared, not copied. */
    public float[] image() {
        return image;
    }

    /** The first direction u; shared, not copied. */
    public float[] first() {
        return first;
    }

    /** The second direction v; shared, not copied. */
    public float[] second() {
        return second;
    }

    /**
     * The image at a place, as the model is shown it.
     *
     * @param clip whether pixels that leave [0, 1] are moved back
     * @return row by row, pixel by pixel, channel last
     */
    public float[] at(double a, double b, boolean clip) {
        float[] pixels = new float[image.length];
        float alongFirst = (float) a;
        float alongSecond = (float) b;
        for (int i = 0; i < pixels.length; i++) {
            float value = image[i] + (first[i] * alongFirst + second[i] * alongSecond);
            pixels[i] = clip ? Math.clamp(value, 0f, 1f) : value;
        }
        return pixels;
    }

    /** The share of values that are moved back into [0, 1] at a place. */
    public double saturated(double a, double b) {
        int count = 0;
        for (float value : at(a, b, false)) {
            count += value < 0 || value > 1 ? 1 : 0;
        }
        return (double) count / image.length;
    }

    /**
     * The nearest point of the plane, by least squares; where directions are parallel or 0, the nearest to the image of those.
     *
     * @param move from the image, in values
     * @return a and b
     */
    public double[] coordinates(float[] move) {
        double uu = dot(first, first);
        double uv = dot(first, second);
        double vv = dot(second, second);
        double ud = dot(first, move);
        double vd = dot(second, move);
        double determinant = uu * vv - uv * uv;
        if (determinant > 1e-10 * uu * vv) {
            return new double[] {(vv * ud - uv * vd) / determinant, (uu * vd - uv * ud) / determinant};
        }
        double squares = uu + vv;
        // Both along one line w = u: the shortest (a, b) with a u + b v nearest to the move.
        double scale = squares == 0 ? 0 : 1 / squares;
        double length = uu >= vv ? (uu == 0 ? 0 : ud / uu) : vd / vv;
        double[] unit = uu >= vv ? new double[] {uu, uv} : new double[] {uv, vv};
        return new double[] {length * unit[0] * scale, length * unit[1] * scale};
    }

    /** The scalar product of two directions, in double precision. */
    public static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}

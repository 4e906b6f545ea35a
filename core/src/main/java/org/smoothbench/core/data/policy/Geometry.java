package org.smoothbench.core.data.policy;

/** Moves pixels by affine maps, taking the nearest pixel and black beyond the border, as Pillow does it. */
final class Geometry {

    private Geometry() {}

    /** Takes the pixel at column x and row y from column {@code a x + b y + c} and row {@code d x + e y + f}. */
    static void affine(Raster8 image, double a, double b, double c, double d, double e, double f) {
        int channels = image.channels();
        byte[] source = image.pixels();
        byte[] moved = new byte[source.length];
        // Maps are followed in 16 bits behind the point, from pixel centre to pixel centre.
        int columnStep = fixed(a);
        int rowStep = fixed(d);
        int startColumn = fixed(c + a * 0.5 + b * 0.5);
        int startRow = fixed(f + d * 0.5 + e * 0.5);
        for (int y = 0; y < image.height(); y++) {
            int column = startColumn + y * fixed(b);
            int row = startRow + y * fixed(e);
            for (int x = 0; x < image.width(); x++, column += columnStep, row += rowStep) {
                int fromColumn = column >> 16;
                int fromRow = row >> 16;
                if (fromColumn >= 0 && fromColumn < image.width() && fromRow >= 0 && fromRow < image.height()) {
                    System.arraycopy(
                            source,
                            (fromRow * image.width() + fromColumn) * channels,
                            moved,
                            (y * image.width() + x) * channels,
                            channels);
                }
            }
        }
        image.replace(moved);
    }

    private static int fixed(double value) {
        return (int) Math.floor(value * 65536.0 + 0.5);
    }

    /** Turns about the middle, counterclockwise. */
    static void rotate(Raster8 image, double degrees) {
        if (degrees == 0) {
            return;
        }
        double angle = -StrictMath.toRadians(degrees);
        double cos = rounded(StrictMath.cos(angle));
        double sin = rounded(StrictMath.sin(angle));
        double x = image.width() / 2.0;
        double y = image.height() / 2.0;
        affine(image, cos, sin, x - cos * x - sin * y, -sin, cos, y + sin * x - cos * y);
    }

    /** Fifteen decimals, as Pillow rounds them, so that right angles are exact. */
    private static double rounded(double value) {
        return Math.rint(value * 1e15) / 1e15;
    }
}

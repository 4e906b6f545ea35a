package org.smoothbench.core.data.policy;

/** What AutoAugment does to an image; {@code magnitude} is in the operation's own unit. */
enum Operation {
    /** Rows slip sideways; the magnitude is the slope. */
    SHEAR_X(true) {
        @Override
        double magnitude(int level, int height, int width) {
            return level(0.3, level);
        }

        @Override
        void apply(Raster8 image, double magnitude) {
            Geometry.affine(image, 1, magnitude, 0, 0, 1, 0);
        }
    },
    /** Columns slip up or down; the magnitude is the slope. */
    SHEAR_Y(true) {
        @Override
        double magnitude(int level, int height, int width) {
            return level(0.3, level);
        }

        @Override
        void apply(Raster8 image, double magnitude) {
            Geometry.affine(image, 1, 0, 0, magnitude, 1, 0);
        }
    },
    /** Moves to the right; the magnitude is in pixels, whole ones count. */
    TRANSLATE_X(true) {
        @Override
        double magnitude(int level, int height, int width) {
            return level(150.0 / 331.0 * width, level);
        }

        @Override
        void apply(Raster8 image, double magnitude) {
            Geometry.affine(image, 1, 0, -(int) magnitude, 0, 1, 0);
        }
    },
    /** Moves down; the magnitude is in pixels, whole ones count. */
    TRANSLATE_Y(true) {
        @Override
        double magnitude(int level, int height, int width) {
            return level(150.0 / 331.0 * height, level);
        }

        @Override
        void apply(Raster8 image, double magnitude) {
            Geometry.affine(image, 1, 0, 0, 0, 1, -(int) magnitude);
        }
    },
    /** Turns about the middle, counterclockwise; the magnitude is in degrees. */
    ROTATE(true) {
        @Override
        double magnitude(int level, int height, int width) {
            return level(30, level);
        }

        @Override
        void apply(Raster8 image, double magnitude) {
            Geometry.rotate(image, magnitude);
        }
    },
    /** Brighter or darker; the magnitude is the change of a factor that is 1 before. */
    BRIGHTNESS(true) {
        @Override
        double magnitude(int level, int height, int width) {
            return level(0.9, level);
        }

        @Override
        void apply(Raster8 image, double magnitude) {
            image.blendFrom(image.flat(0), 1 + magnitude);
        }
    },
    /** More or less colour; the magnitude is the change of a factor that is 1 before. */
    COLOR(true) {
        @Override
        double magnitude(int level, int height, int width) {
            return level(0.9, level);
        }

        @Override
        void apply(Raster8 image, double magnitude) {
            Tones.color(image, 1 + magnitude);
        }
    },
    /** More or less contrast; the magnitude is the change of a factor that is 1 before. */
    CONTRAST(true) {
        @Override
        double magnitude(int level, int height, int width) {
            return level(0.9, level);
        }

        @Override
        void apply(Raster8 image, double magnitude) {
            Tones.contrast(image, 1 + magnitude);
        }
    },
    /** Sharper or softer; the magnitude is the change of a factor that is 1 before. */
    SHARPNESS(true) {
        @Override
        double magnitude(int level, int height, int width) {
            return level(0.9, level);
        }

        @Override
        void apply(Raster8 image, double magnitude) {
            Tones.sharpness(image, 1 + magnitude);
        }
    },
    /** Fewer levels; the magnitude is how many bits stay. */
    POSTERIZE(false) {
        @Override
        double magnitude(int level, int height, int width) {
            return 8 - Math.rint(level / ((LEVELS - 1) / 4.0));
        }

        @Override
        void apply(Raster8 image, double magnitude) {
            Tones.mapAll(image, value -> value & -(1 << (8 - (int) magnitude)));
        }
    },
    /** Inverts what is bright; the magnitude is the level from which on. */
    SOLARIZE(false) {
        @Override
        double magnitude(int level, int height, int width) {
            return 255 - level(255, level);
        }

        @Override
        void apply(Raster8 image, double magnitude) {
            Tones.mapAll(image, value -> value < magnitude ? value : 255 - value);
        }
    },
    /** Stretches each channel to all levels. */
    AUTO_CONTRAST(false) {
        @Override
        void apply(Raster8 image, double magnitude) {
            Tones.autoContrast(image);
        }
    },
    /** Makes the levels of each channel equally frequent. */
    EQUALIZE(false) {
        @Override
        void apply(Raster8 image, double magnitude) {
            Tones.equalize(image);
        }
    },
    /** The negative. */
    INVERT(false) {
        @Override
        void apply(Raster8 image, double magnitude) {
            Tones.mapAll(image, value -> 255 - value);
        }
    };

    /** Magnitudes are given in so many steps. */
    static final int LEVELS = 10;

    private final boolean signed;

    Operation(boolean signed) {
        this.signed = signed;
    }

    /** Whether the magnitude may as well be negative. */
    boolean signed() {
        return signed;
    }

    /** The magnitude of a level, 0 to 9, for images of a size; 0 where there is no choice. */
    double magnitude(int level, int height, int width) {
        return 0;
    }

    private static double level(double most, int level) {
        return most * level / (LEVELS - 1);
    }

    /** Changes the image. */
    abstract void apply(Raster8 image, double magnitude);
}

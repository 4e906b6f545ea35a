package org.smoothbench.core.data.sample;

import java.util.Locale;

/** The ten shapes, one per class, in the order of the labels; each lies within the unit circle. */
enum SampleShape {
    DISC {
        @Override
        boolean covers(double x, double y) {
            return x * x + y * y <= 0.81;
        }
    },
    RING {
        @Override
        boolean covers(double x, double y) {
            double square = x * x + y * y;
            return square <= 1.0 && square >= 0.3;
        }
    },
    SQUARE {
        @Override
        boolean covers(double x, double y) {
            return Math.abs(x) <= 0.76 && Math.abs(y) <= 0.76;
        }
    },
    TRIANGLE {
        @Override
        boolean covers(double x, double y) {
            return y <= 0.62 && 1.7320508 * Math.abs(x) <= y + 1.0;
        }
    },
    CROSS {
        @Override
        boolean covers(double x, double y) {
            double across = Math.abs(x);
            double down = Math.abs(y);
            return Math.max(across, down) <= 0.95 && Math.min(across, down) <= 0.28;
        }
    },
    STAR {
        @Override
        boolean covers(double x, double y) {
            // A pentagram is what lies on the inner side of at least four of its five edge lines.
            int inside = 0;
            for (int edge = 0; edge < 5; edge++) {
                if (x * STAR_X[edge] + y * STAR_Y[edge] <= 0.36) {
                    inside++;
                }
            }
            return inside >= 4;
        }
    },
    BARS {
        @Override
        boolean covers(double x, double y) {
            double down = Math.abs(y);
            return Math.abs(x) <= 0.8 && (down <= 0.16 || (down >= 0.48 && down <= 0.8));
        }
    },
    CRESCENT {
        @Override
        boolean covers(double x, double y) {
            double shifted = x - 0.5;
            return x * x + y * y <= 1.0 && shifted * shifted + y * y >= 0.64;
        }
    },
    HEART {
        @Override
        boolean covers(double x, double y) {
            double u = 1.2 * x;
            double v = 0.1 - 1.2 * y;
            double bulge = u * u + v * v - 1.0;
            return bulge * bulge * bulge <= u * u * v * v * v;
        }
    },
    DIAMOND {
        @Override
        boolean covers(double x, double y) {
            return Math.abs(x) / 0.55 + Math.abs(y) <= 1.0;
        }
    };

    private static final double[] STAR_X = {0.0, 0.9510565163, 0.5877852523, -0.5877852523, -0.9510565163};
    private static final double[] STAR_Y = {1.0, 0.3090169944, -0.8090169944, -0.8090169944, 0.3090169944};

    /** Whether the shape covers a point; x runs right, y runs down, the shape's radius is 1. */
    abstract boolean covers(double x, double y);

    /** The name of the class this shape stands for. */
    String className() {
        return name().toLowerCase(Locale.ROOT);
    }
}

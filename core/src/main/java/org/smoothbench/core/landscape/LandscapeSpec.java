package org.smoothbench.core.landscape;

import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.schema.InvalidSettingException;
import org.smoothbench.core.schema.Setting;

/** How a landscape is made. The same specification on the same weights and images gives the same landscape, bit for bit. */
public record LandscapeSpec(
        @Setting(help = "What the landscape is drawn over", defaultValue = "\"adversarial-random\"")
        PlaneSpec plane,

        @Setting(
                help = "The budget of each pixel: the unit of the axes of a plane of images",
                unit = "1/255",
                formula = "\\|\\delta\\|_\\infty \\le \\epsilon",
                min = 0,
                max = 255,
                defaultValue = "8")
        double epsilon,

        @Setting(
                help = "Vertices along each axis, an odd number so that the image itself is one",
                unit = "vertices",
                min = LandscapeSpec.FEWEST,
                max = LandscapeSpec.MOST,
                defaultValue = "41")
        int grid,

        @Setting(
                help = "How far the axes reach to each side: in budgets; in lengths of the filters; for a line, where "
                        + "the second weights lie at 1, it goes from 1 minus this to this",
                min = 0.01,
                max = 1000,
                defaultValue = "2")
        double range,

        @Setting(help = "Which test image, counted from 0, where it is only one", min = 0, defaultValue = "0")
        int image,

        @Setting(
                help = "How many test images; several are spread evenly over the set, and give mean and quantiles",
                unit = "images",
                min = 1,
                max = 1000000,
                defaultValue = "1")
        int images,

        @Setting(
                help = "Whether pixels that leave [0, 1] are moved back, as an attacker has to; where pixels begin to "
                        + "saturate this bends any model's surface",
                defaultValue = "true")
        boolean clip,

        @Setting(help = "What random directions and starts follow from", defaultValue = "0")
        long seed) {

    /** The fewest vertices along an axis. */
    public static final int FEWEST = 5;

    /** The most vertices along an axis. */
    public static final int MOST = 401;

    /** The most vertices of all surfaces of a landscape together: a file of a few gigabytes. */
    public static final long MOST_IN_ALL = 200_000_000;

    public LandscapeSpec {
        if (grid % 2 == 0) {
            throw new InvalidSettingException(
                    "grid", "an odd number of vertices, so that the middle is one", Integer.toString(grid));
        }
        if (epsilon == 0) {
            throw new InvalidSettingException("epsilon", "a budget above 0", "0");
        }
        if (plane instanceof PlaneSpec.OfImages && (long) grid * grid * images > MOST_IN_ALL) {
            throw new InvalidSettingException(
                    "images",
                    "at most " + MOST_IN_ALL + " vertices of all images together",
                    images + " images of " + grid + " x " + grid);
        }
    }

    /**
     * A landscape with the settings that are usual for its plane: 41 vertices and 2 budgets to each side of one image; 21
     * vertices and 1 length of the filters to each side, or 41 on a line from -0.25 to 1.25, over 256 images.
     */
    public static LandscapeSpec usual(PlaneSpec plane) {
        return switch (plane) {
            case PlaneSpec.OfImages _ -> new LandscapeSpec(plane, 8, 41, 2, 0, 1, true, 0);
            case PlaneSpec.Filters _ -> new LandscapeSpec(plane, 8, 21, 1, 0, 256, true, 0);
            case PlaneSpec.Line _ -> new LandscapeSpec(plane, 8, 41, 1.25, 0, 256, true, 0);
        };
    }

    /** The budget as a threat model. */
    public ThreatModel threat() {
        return new ThreatModel.Linf(epsilon);
    }

    /** The budget on the [0, 1] scale. */
    public double radius() {
        return epsilon / 255;
    }

    /** How many rows a surface has: as many as columns, or one for a line. */
    public int rows() {
        return plane instanceof PlaneSpec.Line ? 1 : grid;
    }
}

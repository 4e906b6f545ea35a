package org.smoothbench.core.experiment;

import org.smoothbench.core.schema.InvalidSettingException;
import org.smoothbench.core.schema.Setting;
import org.smoothbench.core.schema.Variant;

/** What size the images of a folder are brought to. */
public sealed interface ImageScaling {

    /** As they are. */
    @Variant(value = "stored", help = "All images have one size already and keep it")
    record Stored() implements ImageScaling {}

    /** The usual way with photographs: a random part of each in training, the middle in tests. */
    @Variant(
            value = "imagenet",
            help = "A random part of each image in training; in tests the middle of the image, scaled first")
    record Imagenet(
            @Setting(
                    help = "Width and height of the images the network sees",
                    unit = "pixels",
                    min = 8,
                    max = 4096,
                    defaultValue = "224")
            int resolution,

            @Setting(
                    help = "Length a test image's shorter side is scaled to before its middle is cut out",
                    unit = "pixels",
                    min = 8,
                    max = 8192,
                    defaultValue = "256")
            int resizeTo,

            @Setting(
                    help = "Smallest share of an image's area that a training image shows",
                    min = 0.001,
                    max = 1,
                    defaultValue = "0.08")
            double minScale,

            @Setting(
                    help = "Largest share of an image's area that a training image shows",
                    min = 0.001,
                    max = 1,
                    defaultValue = "1")
            double maxScale,

            @Setting(
                    help = "Smallest width over height of the part that is cut out",
                    min = 0.01,
                    max = 100,
                    defaultValue = "0.75")
            double minRatio,

            @Setting(
                    help = "Largest width over height of the part that is cut out",
                    min = 0.01,
                    max = 100,
                    defaultValue = "1.3333333333333333")
            double maxRatio,

            @Setting(help = "How pixels between pixels are made", defaultValue = "\"bilinear\"")
            Interpolation interpolation)
            implements ImageScaling {

        /** How pixels between pixels are made; either one averages over all pixels when an image becomes smaller. */
        public enum Interpolation {
            /** A triangle over the nearest pixels. */
            BILINEAR,
            /** Keys' cubic with a = -1/2. */
            BICUBIC
        }

        /** The recipe at a resolution: shares from 0.08, ratios from 3:4 to 4:3, tests at 7/8 of the shorter side. */
        public Imagenet(int resolution) {
            this(resolution, Math.ceilDiv(resolution * 8, 7), 0.08, 1, 0.75, 4 / 3.0, Interpolation.BILINEAR);
        }

        public Imagenet {
            if (resizeTo < resolution) {
                throw new InvalidSettingException(
                        "resizeTo",
                        "at least the resolution, " + resolution + ", which is cut out of it",
                        Integer.toString(resizeTo));
            }
            if (maxScale < minScale) {
                throw new InvalidSettingException(
                        "maxScale", "at least minScale, " + minScale, Double.toString(maxScale));
            }
            if (maxRatio < minRatio) {
                throw new InvalidSettingException(
                        "maxRatio", "at least minRatio, " + minRatio, Double.toString(maxRatio));
            }
        }
    }
}

package org.smoothbench.core.experiment;

import org.smoothbench.core.schema.Setting;

/** How training images are varied at every visit, in this order; test and validation images never are. */
public record AugmentationSpec(
        @Setting(
                help = "Black border around an image before a part of the image's own size is cut out at random",
                unit = "pixels",
                min = 0,
                max = 1024,
                defaultValue = "0")
        int cropPadding,

        @Setting(help = "Mirror every other image, left to right", defaultValue = "false")
        boolean flip,

        @Setting(
                help = "The learned policy of AutoAugment (Cubuk et al., 2019) to follow, or none",
                defaultValue = "\"none\"")
        Policy autoAugment,

        @Setting(
                help = "Side of a black square at a random place, cut off at the borders; 0 for none",
                unit = "pixels",
                min = 0,
                max = 4096,
                defaultValue = "0")
        int cutout,

        @Setting(help = "Share of the images that get the black square", min = 0, max = 1, defaultValue = "1")
        double cutoutProbability) {

    /** The policies of AutoAugment. */
    public enum Policy {
        /** No AutoAugment. */
        NONE,
        /** The policy found on CIFAR-10. */
        CIFAR10,
        /** The policy found on ImageNet. */
        IMAGENET
    }

    /** Images as they are. */
    public static final AugmentationSpec NONE = new AugmentationSpec(0, false, Policy.NONE, 0, 1);

    /** Whether images are used as they are. */
    public boolean none() {
        return equals(NONE) || (cropPadding == 0 && !flip && autoAugment == Policy.NONE && cutoutOff());
    }

    private boolean cutoutOff() {
        return cutout == 0 || cutoutProbability == 0;
    }
}

package org.smoothbench.core.landscape.compute;

import org.smoothbench.core.landscape.PlaneSpec;

/** What the axes of a plane are called. */
final class PlaneAxes {

    private PlaneAxes() {}

    static String first(PlaneSpec plane) {
        return switch (plane) {
            case PlaneSpec.AdversarialRandom each -> each.direction().label();
            case PlaneSpec.AdversarialOrthogonal each -> each.direction().label();
            case PlaneSpec.AdversarialOther each -> each.direction().label();
            case PlaneSpec.RandomRandom _ -> "random";
            case PlaneSpec.Filters _ -> "random filters";
            case PlaneSpec.Line _ -> "way between weights";
        };
    }

    static String second(PlaneSpec plane) {
        return switch (plane) {
            case PlaneSpec.AdversarialRandom _ -> "random";
            case PlaneSpec.AdversarialOrthogonal each -> each.second().label() + " begun elsewhere, at right angles";
            case PlaneSpec.AdversarialOther each -> each.direction().label() + " on the other model";
            case PlaneSpec.RandomRandom _ -> "second random";
            case PlaneSpec.Filters _ -> "second random filters";
            case PlaneSpec.Line _ -> "";
        };
    }
}

package org.smoothbench.app.landscape;

import java.util.ArrayList;
import java.util.List;
import org.smoothbench.core.landscape.LandscapeReport;
import org.smoothbench.core.landscape.SurfaceReport;

/** Which surface of a landscape is drawn: that of one image, or what lies over all of them. */
sealed interface Pick {

    /** What the choice is called. */
    String label();

    /** The surface of one test image. */
    record One(int image) implements Pick {

        @Override
        public String label() {
            return "image " + image;
        }
    }

    /** A figure over all images, vertex by vertex. */
    enum Over implements Pick {
        /** The mean. */
        MEAN("mean"),
        /** A tenth of the images lies below. */
        LOW("10 % quantile"),
        /** Half of the images lies below. */
        MEDIAN("median"),
        /** A tenth of the images lies above. */
        HIGH("90 % quantile");

        private final String label;

        Over(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** What can be drawn of a landscape, what is usual first. */
    static List<Pick> of(LandscapeReport report) {
        List<Pick> picks = new ArrayList<>();
        if (report.surfaces().size() > 1) {
            picks.addAll(List.of(Over.values()));
        }
        for (SurfaceReport surface : report.surfaces()) {
            picks.add(new One(surface.image()));
        }
        return picks;
    }
}

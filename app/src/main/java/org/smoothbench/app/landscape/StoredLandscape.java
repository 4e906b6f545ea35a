package org.smoothbench.app.landscape;

import java.util.Locale;
import org.smoothbench.core.landscape.Axis;
import org.smoothbench.core.landscape.LandscapeDirectory;
import org.smoothbench.core.landscape.LandscapeReport;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.PlaneSpec;
import org.smoothbench.core.problem.Problem;

/** A landscape in the folder of a run, but for its values. */
sealed interface StoredLandscape {

    /** The folder name of its run. */
    String run();

    /** Where it lies. */
    LandscapeDirectory directory();

    /** One that can be opened. */
    record Whole(String run, LandscapeDirectory directory, LandscapeReport report) implements StoredLandscape {

        /** What it is, on one line. */
        String title() {
            return Words.title(report);
        }

        /** The rest of what tells it from others. */
        String detail() {
            return Words.detail(report);
        }
    }

    /** One that cannot. */
    record Damaged(String run, LandscapeDirectory directory, Problem problem) implements StoredLandscape {}

    /** Landscapes in words. */
    final class Words {

        private Words() {}

        private static String title(LandscapeReport report) {
            LandscapeSpec spec = report.spec();
            String axes = report.second().count() > 1
                    ? report.first().label() + " × " + report.second().label()
                    : report.first().label();
            return switch (spec.plane()) {
                case PlaneSpec.OfImages _ ->
                    report.surfaces().size() == 1
                            ? "Image " + report.surfaces().getFirst().image() + ", " + axes
                            : report.surfaces().size() + " images, " + axes;
                case PlaneSpec.OfWeights _ -> "Weights, " + axes;
            };
        }

        private static String detail(LandscapeReport report) {
            LandscapeSpec spec = report.spec();
            String grid = report.second().count() > 1
                    ? report.first().count() + " × " + report.second().count()
                    : Integer.toString(report.first().count());
            String clipped = spec.plane() instanceof PlaneSpec.OfImages && !spec.clip() ? ", not clipped" : "";
            return "%s, %s, %s%s, seed %d, %s"
                    .formatted(
                            grid,
                            range(report.first()),
                            loss(spec),
                            clipped,
                            spec.seed(),
                            report.subject().checkpoint() + (report.subject().averaged() ? " averaged" : ""));
        }

        private static String range(Axis axis) {
            return axis.from() == -axis.to()
                    ? "±" + number(axis.to())
                    : number(axis.from()) + " to " + number(axis.to());
        }

        /** Which images the loss is of: those within a budget, or clean ones. */
        private static String loss(LandscapeSpec spec) {
            return spec.plane() instanceof PlaneSpec.OfWeights weights && weights.attackSteps() == 0
                    ? "clean"
                    : spec.threat().label();
        }

        static String number(double value) {
            return value == Math.rint(value) && Math.abs(value) < 1e9
                    ? Long.toString((long) value)
                    : String.format(Locale.ROOT, "%.4g", value);
        }
    }
}

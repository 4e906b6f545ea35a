package org.smoothbench.app.landscape;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.smoothbench.core.landscape.AttackPath;
import org.smoothbench.core.landscape.Landscape;
import org.smoothbench.core.landscape.PlaneSpec;
import org.smoothbench.core.landscape.Surface;
import org.smoothbench.viz.field.ColourScale;
import org.smoothbench.viz.field.Isolines;
import org.smoothbench.viz.field.ScalarField;

/**
 * What is drawn of one model. Immutable; any thread.
 *
 * @param model whose
 * @param whole whether all of the landscape is computed
 * @param field what is picked of it; empty if it is a line
 * @param scale the range of heights and their colours
 */
record Picture(
        ShownModel model,
        Landscape landscape,
        boolean whole,
        Height height,
        Pick pick,
        Optional<ScalarField> field,
        ColourScale scale) {

    private static final int MOST_LEVELS = 14;

    /** The surface that is picked, if it is that of one image. */
    Optional<Surface> surface() {
        return switch (pick) {
            case Pick.One(int image) -> SurfaceFields.surface(landscape, image);
            case Pick.Over _ -> Optional.empty();
        };
    }

    /** The way of the attack, if there is one on the picked image. */
    Optional<AttackPath> attack() {
        return surface().flatMap(one -> Optional.ofNullable(one.report().path()));
    }

    /** Whether the axes are budgets of an attacker. */
    boolean ofImages() {
        return landscape.report().spec().plane() instanceof PlaneSpec.OfImages;
    }

    /** Whether there are classes to show. */
    boolean hasClasses() {
        return field.filter(ScalarField::hasClasses).isPresent();
    }

    /** The heights of contour lines: round numbers. */
    List<Double> levels() {
        return DoubleStream.of(Isolines.levels(scale.values(), MOST_LEVELS))
                .boxed()
                .toList();
    }

    /** How many vertices should have a number and have none. */
    int holes() {
        return whole ? field.map(ScalarField::holes).orElse(0) : 0;
    }
}

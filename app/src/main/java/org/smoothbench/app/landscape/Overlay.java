package org.smoothbench.app.landscape;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.landscape.AttackPath;
import org.smoothbench.core.landscape.Axis;
import org.smoothbench.viz.field.ClassColours;
import org.smoothbench.viz.field.PlaneMark;
import org.smoothbench.viz.field.PlanePath;
import org.smoothbench.viz.scatter.Marker;

/**
 * What is drawn over a picture, from above or in space.
 *
 * @param marks x, and x' where there is an attack
 * @param path the attack's way; null for none
 */
record Overlay(List<PlaneMark> marks, @Nullable PlanePath path) {

    private static final Overlay NOTHING = new Overlay(List.of(), null);

    /** What lies over a picture; nothing where it is not wanted, and over weights, where there are no images. */
    static Overlay of(Picture picture, boolean wanted) {
        if (!wanted || !picture.ofImages() || picture.field().isEmpty()) {
            return NOTHING;
        }
        List<PlaneMark> marks = new ArrayList<>();
        marks.add(new PlaneMark("x", "the image", 0, 0, Marker.CIRCLE));
        Optional<AttackPath> attack =
                picture.attack().filter(one -> !one.points().isEmpty());
        attack.map(AttackPath::example)
                .ifPresent(end -> marks.add(new PlaneMark("x′", "what it found", end.a(), end.b(), Marker.DIAMOND)));
        return new Overlay(marks, attack.map(Overlay::path).orElse(null));
    }

    private static PlanePath path(AttackPath attack) {
        return new PlanePath(
                "way of " + attack.attack(),
                attack.points().stream()
                        .map(point -> new PlanePath.Step(point.a(), point.b(), point.offPlane()))
                        .toList());
    }

    /** One set of names and colours for the classes of all pictures. */
    static ClassColours classes(Collection<Picture> pictures) {
        return ClassColours.over(
                pictures.stream().flatMap(one -> one.field().stream()).toList(),
                pictures.stream()
                        .findFirst()
                        .map(one -> one.landscape().report().classNames())
                        .orElse(List.of()));
    }

    /** What stands at an axis, such as {@code a: PGD-10 [eps]}. */
    static String axis(String letter, Axis axis) {
        return letter + ": " + axis.label() + (axis.unit().isEmpty() ? "" : " [" + axis.unit() + "]");
    }
}

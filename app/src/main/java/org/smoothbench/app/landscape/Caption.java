package org.smoothbench.app.landscape;

import java.util.List;
import java.util.Optional;
import org.smoothbench.core.landscape.Axis;
import org.smoothbench.core.landscape.LandscapeReport;

/** What stands under pictures so that they can be made again. */
final class Caption {

    private Caption() {}

    /** All of one picture: model, weights, plane, budget, image and class, grid, range, clip, seed, attack. */
    static String of(Picture picture) {
        LandscapeReport report = picture.landscape().report();
        StringBuilder text = new StringBuilder(report.caption());
        text.append(", ").append(grid(report));
        picture.surface()
                .map(surface -> surface.report().label())
                .flatMap(label -> name(report.classNames(), label))
                .ifPresent(name -> text.append(", class ").append(name));
        if (report.surfaces().size() > 1) {
            text.append("; drawn: ").append(picture.pick().label());
        }
        picture.attack().ifPresent(path -> text.append("; x′ by ").append(path.attack()));
        if (!report.leftOut().isEmpty()) {
            text.append("; ").append(report.leftOut().size()).append(" images left out");
        }
        return text.append('.').toString();
    }

    /** All pictures: what differs between them first, then, once, what they share. */
    static String of(List<Picture> all) {
        List<Picture> pictures = all.stream().filter(Picture::whole).toList();
        List<String> whose = pictures.stream()
                .map(picture -> picture.landscape().report().subject().label())
                .toList();
        List<String> rest = pictures.stream()
                .map(picture -> of(picture)
                        .substring(
                                picture.landscape().report().subject().label().length()))
                .distinct()
                .toList();
        return rest.size() == 1
                ? String.join(" | ", whose) + rest.getFirst()
                : String.join("\n", pictures.stream().map(Caption::of).toList());
    }

    private static String grid(LandscapeReport report) {
        Axis first = report.first();
        Axis second = report.second();
        String unit = first.unit().isEmpty() ? "" : " " + first.unit();
        String range =
                StoredLandscape.Words.number(first.from()) + " to " + StoredLandscape.Words.number(first.to()) + unit;
        return second.count() > 1
                ? "%d × %d vertices from %s".formatted(first.count(), second.count(), range)
                : "%d points from %s".formatted(first.count(), range);
    }

    private static Optional<String> name(List<String> names, int label) {
        return label < 0
                ? Optional.empty()
                : Optional.of(label < names.size() ? names.get(label) : Integer.toString(label));
    }
}

package org.smoothbench.viz.scatter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.smoothbench.viz.scatter.LabelLayout.Name;

final class LabelLayoutTest {

    private static final Rectangle2D AREA = new Rectangle2D(0, 0, 800, 500);
    private static final double HEIGHT = 15;

    private static Rectangle2D marker(Name name) {
        return new Rectangle2D(name.x() - 8, name.y() - 8, 16, 16);
    }

    private static void assertClear(List<Name> names, List<Rectangle2D> obstacles, List<Rectangle2D> places) {
        assertThat(places).hasSameSizeAs(names);
        for (var i = 0; i < places.size(); i++) {
            var place = places.get(i);
            assertThat(AREA.contains(place)).as("inside: %s", place).isTrue();
            assertThat(obstacles).noneMatch(place::intersects);
            assertThat(places.subList(i + 1, places.size())).noneMatch(place::intersects);
        }
    }

    @Test
    void aNameAloneStandsRightBesideItsPoint() {
        var name = new Name(100, 100, 40, HEIGHT);

        var place = LabelLayout.of(List.of(name), List.of(marker(name)), AREA).getFirst();

        assertThat(place.getMinX()).isEqualTo(110.5);
        assertThat(place.getMinY() + HEIGHT / 2).isEqualTo(100);
        assertThat(name.lead(place)).isEmpty();
    }

    @Test
    void aNameNeverLiesOnItsOwnWhiskers() {
        var name = new Name(400, 250, 60, HEIGHT);
        var across = new Rectangle2D(300, 246, 200, 8);
        var upright = new Rectangle2D(396, 200, 8, 100);
        var obstacles = List.of(marker(name), across, upright);

        assertClear(List.of(name), obstacles, LabelLayout.of(List.of(name), obstacles, AREA));
    }

    @Test
    void namesAtTheEdgeStayInside() {
        var names = List.of(new Name(795, 250, 80, HEIGHT), new Name(4, 4, 80, HEIGHT), new Name(400, 498, 80, HEIGHT));
        var obstacles = names.stream().map(LabelLayoutTest::marker).toList();

        assertClear(names, obstacles, LabelLayout.of(names, obstacles, AREA));
    }

    /** Two sets of published points nearly on top of each other, and ours with whiskers in the middle of them. */
    @Test
    void aCrowdIsToldApart() {
        var names = List.of(
                new Name(300, 200, 90, HEIGHT),
                new Name(306, 207, 110, HEIGHT),
                new Name(318, 203, 90, HEIGHT),
                new Name(325, 214, 110, HEIGHT),
                new Name(312, 190, 100, HEIGHT),
                new Name(330, 199, 70, HEIGHT),
                new Name(315, 210, 60, HEIGHT));
        var obstacles =
                new ArrayList<>(names.stream().map(LabelLayoutTest::marker).toList());
        obstacles.add(new Rectangle2D(270, 206, 90, 8));
        obstacles.add(new Rectangle2D(311, 180, 8, 60));

        assertClear(names, obstacles, LabelLayout.of(names, obstacles, AREA));
    }

    @Test
    void anyTwelvePointsAreToldApart() {
        for (var seed = 0; seed < 40; seed++) {
            var random = new Random(seed);
            var names = IntStream.range(0, 12)
                    .mapToObj(i -> new Name(
                            150 + 500 * random.nextDouble(),
                            100 + 300 * random.nextDouble(),
                            50 + 60 * random.nextDouble(),
                            HEIGHT))
                    .toList();
            var obstacles = names.stream().map(LabelLayoutTest::marker).toList();

            assertClear(names, obstacles, LabelLayout.of(names, obstacles, AREA));
        }
    }
}

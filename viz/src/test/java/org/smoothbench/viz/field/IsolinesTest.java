package org.smoothbench.viz.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.smoothbench.viz.chart.Range;

class IsolinesTest {
    @Test
    void aPlaneHasStraightLines() {
        var field = Fields.of(17, 1, (x, y) -> 2 * x + y);

        var lines = new Isolines(field).at(0.5);

        assertThat(lines).hasSize(1);
        var line = lines.getFirst();
        assertThat(line.isClosed()).isFalse();
        for (var i = 0; i < line.size(); i++) {
            assertThat(2 * line.x(i) + line.y(i)).isCloseTo(0.5, within(1e-6));
        }
        // From (-0.25, 1) to (0.75, -1).
        assertThat(line.length()).isCloseTo(Math.sqrt(5), within(1e-6));
    }

    @Test
    void aConeHasCircles() {
        var field = Fields.of(201, 1, Math::hypot);

        for (var line : new Isolines(field).at(0.25, 0.5, 0.75)) {
            assertThat(line.isClosed()).isTrue();
            assertThat(line.x(0)).isEqualTo(line.x(line.size() - 1));
            assertThat(line.y(0)).isEqualTo(line.y(line.size() - 1));
            // Chords within cells of 0.01: shorter than the circle by about (0.01 / r)^2 / 24.
            assertThat(line.length()).isCloseTo(2 * Math.PI * line.level(), within(2e-4));
            for (var i = 0; i < line.size(); i++) {
                assertThat(Math.hypot(line.x(i), line.y(i))).isCloseTo(line.level(), within(1e-4));
            }
        }
    }

    @Test
    void linesStopAtTheBorder() {
        var field = Fields.of(201, 1, Math::hypot);

        var lines = new Isolines(field).at(1.2);

        assertThat(lines).as("an arc in each corner").hasSize(4).noneMatch(Isoline::isClosed);
        var arc = 1.2 * (Math.PI / 2 - 2 * Math.acos(1 / 1.2));
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isCloseTo(arc, within(2e-4)));
    }

    @Test
    void aSaddleIsDividedWhereItsBilinearFormIs() {
        // One cell of x y over [-1, 2] squared: the corners are 1, -2, 4, -2 and the saddle is 0 at the origin.
        var field = ScalarField.of(2, 2, new Range(-1, 2), new Range(-1, 2), new float[] {1, -2, -2, 4});

        var above = new Isolines(field).at(0.1);
        assertThat(above).hasSize(2);
        assertThat(above).as("each about a corner above").allMatch(line -> line.x(0) * line.y(1) > 0);
        var below = new Isolines(field).at(-0.1);
        assertThat(below).hasSize(2);
        assertThat(below).as("each about a corner below").allSatisfy(line -> {
            var middleX = (line.x(0) + line.x(1)) / 2;
            var middleY = (line.y(0) + line.y(1)) / 2;
            assertThat(middleX * middleY).isNegative();
        });
    }

    @Test
    void aSaddleIsFourBranches() {
        var field = Fields.of(100, 1, (x, y) -> x * y);

        assertThat(new Isolines(field).at(0.1)).hasSize(2).allSatisfy(line -> {
            assertThat(line.isClosed()).isFalse();
            for (var i = 0; i < line.size(); i++) {
                assertThat(line.x(i) * line.y(i)).isCloseTo(0.1, within(1e-6));
            }
        });
    }

    @Test
    void aHoleTakesItsCellsAway() {
        var whole = Fields.of(21, 1, (x, y) -> x + 0.025);
        var values = whole.values();
        values[10 * 21 + 9] = Float.NaN;
        var field = ScalarField.of(21, 21, whole.xRange(), whole.yRange(), values);

        var lines = new Isolines(field).at(0);

        // The line x = -0.025 runs through the four cells about the vertex at (-0.1, 0): two of them, 0.1 high.
        assertThat(lines).hasSize(2);
        assertThat(lines.stream().mapToDouble(Isoline::length).sum()).isCloseTo(1.8, within(1e-6));
    }

    @Test
    void plateausAndVerticesOnTheLevelLeaveNoDebris() {
        var plateau = Fields.of(11, 1, (x, y) -> Math.max(0, Math.abs(x) - 0.4));
        assertThat(new Isolines(plateau).at(0)).as("never below 0").isEmpty();

        var peak = Fields.of(11, 1, (x, y) -> -Math.hypot(x, y));
        assertThat(new Isolines(peak).at(0)).as("a single vertex").isEmpty();

        var grid = Fields.of(11, 1, (x, y) -> x);
        var line = new Isolines(grid).at(0).getFirst();
        assertThat(line.size()).as("through vertices, each once").isEqualTo(11);
        assertThat(line.length()).isCloseTo(2, within(1e-12));
    }

    @Test
    void theBuffersOfOneLevelServeTheNext() {
        var isolines = new Isolines(Fields.of(64, 1, (x, y) -> Math.sin(9 * x) * Math.cos(8 * y)));

        var first = isolines.at(0.3).stream().mapToDouble(Isoline::length).sum();
        isolines.at(-0.7);

        assertThat(isolines.at(0.3).stream().mapToDouble(Isoline::length).sum()).isEqualTo(first);
    }

    @Test
    void levelsAreRoundAndInside() {
        assertThat(Isolines.levels(new Range(0, 1), 10)).hasSize(9);
        assertThat(Isolines.levels(new Range(0.13, 7.2), 8)).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(Arrays.stream(Isolines.levels(new Range(-1, 1), 4)).boxed()).containsExactly(-0.5, 0.0, 0.5);
    }
}

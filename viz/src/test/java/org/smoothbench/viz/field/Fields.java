package org.smoothbench.viz.field;

import java.util.function.DoubleBinaryOperator;
import org.smoothbench.viz.chart.Range;

/** Fields of functions. */
final class Fields {
    private Fields() {}

    /** A square grid from -reach to reach. */
    static ScalarField of(int side, double reach, DoubleBinaryOperator function) {
        return of(side, side, new Range(-reach, reach), new Range(-reach, reach), function);
    }

    static ScalarField of(int columns, int rows, Range x, Range y, DoubleBinaryOperator function) {
        var values = new float[columns * rows];
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < columns; column++) {
                var atX = x.min() + x.width() * column / (columns - 1);
                var atY = y.min() + y.width() * row / (rows - 1);
                values[row * columns + column] = (float) function.applyAsDouble(atX, atY);
            }
        }
        return ScalarField.of(columns, rows, x, y, values);
    }
}

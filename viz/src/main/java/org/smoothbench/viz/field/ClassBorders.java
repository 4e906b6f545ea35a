package org.smoothbench.viz.field;

import java.util.ArrayList;
import java.util.List;

/** Where neighbouring vertices have different classes: the sides between their cells, straight runs in one piece. */
final class ClassBorders {
    /** From one end to the other, in the field's units; half a step off the grid. */
    record Side(double fromX, double fromY, double toX, double toY) {}

    private final ScalarField field;
    private final List<Side> sides = new ArrayList<>();

    private ClassBorders(ScalarField field) {
        this.field = field;
    }

    static List<Side> of(ScalarField field) {
        var borders = new ClassBorders(field);
        if (field.hasClasses()) {
            borders.upright();
            borders.level();
        }
        return borders.sides;
    }

    private void upright() {
        for (var column = 0; column + 1 < field.columns(); column++) {
            var x = (field.x(column) + field.x(column + 1)) / 2;
            var start = -1;
            for (var row = 0; row <= field.rows(); row++) {
                var differs = row < field.rows() && differ(column, row, column + 1, row);
                if (differs && start < 0) {
                    start = row;
                } else if (!differs && start >= 0) {
                    sides.add(new Side(x, edgeY(start), x, edgeY(row)));
                    start = -1;
                }
            }
        }
    }

    private void level() {
        for (var row = 0; row + 1 < field.rows(); row++) {
            var y = (field.y(row) + field.y(row + 1)) / 2;
            var start = -1;
            for (var column = 0; column <= field.columns(); column++) {
                var differs = column < field.columns() && differ(column, row, column, row + 1);
                if (differs && start < 0) {
                    start = column;
                } else if (!differs && start >= 0) {
                    sides.add(new Side(edgeX(start), y, edgeX(column), y));
                    start = -1;
                }
            }
        }
    }

    /** A hole is no other class. */
    private boolean differ(int column, int row, int otherColumn, int otherRow) {
        var one = field.classAt(column, row);
        var other = field.classAt(otherColumn, otherRow);
        return one != other && one != ScalarField.NO_CLASS && other != ScalarField.NO_CLASS;
    }

    /** Where the cell of a column begins. */
    private double edgeX(int column) {
        return column == 0 || column == field.columns()
                ? field.x(Math.min(column, field.columns() - 1))
                : (field.x(column - 1) + field.x(column)) / 2;
    }

    private double edgeY(int row) {
        return row == 0 || row == field.rows()
                ? field.y(Math.min(row, field.rows() - 1))
                : (field.y(row - 1) + field.y(row)) / 2;
    }
}

package org.smoothbench.viz.field;

/**
 * A vertex of a field with all that is known of it.
 *
 * @param x in the unit of the horizontal axis
 * @param y in the unit of the vertical axis
 * @param value NaN for a hole
 * @param classId {@link ScalarField#NO_CLASS} if it has none
 */
public record FieldVertex(int column, int row, double x, double y, float value, short classId) {
    /** A vertex of a field. */
    public static FieldVertex of(ScalarField field, int column, int row) {
        return new FieldVertex(
                column, row, field.x(column), field.y(row), field.value(column, row), field.classAt(column, row));
    }
}

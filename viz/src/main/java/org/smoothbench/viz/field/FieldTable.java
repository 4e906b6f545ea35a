package org.smoothbench.viz.field;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The numbers of a field, row by row, as a file of numbers has them. */
public final class FieldTable {
    private FieldTable() {}

    /**
     * The names of the columns, then a row for each vertex: column, row, x, y, value and class; the value of a hole is NaN.
     *
     * @param x what the horizontal axis is; empty for x
     * @param y what the vertical axis is; empty for y
     * @param value what the numbers are; empty for value
     */
    public static Stream<List<String>> of(ScalarField field, String x, String y, String value, ClassColours classes) {
        return Stream.concat(
                Stream.of(head(x, y, value)),
                IntStream.range(0, field.rows())
                        .boxed()
                        .flatMap(row -> IntStream.range(0, field.columns())
                                .mapToObj(column -> line(field, column, row, classes))));
    }

    /** The names of the columns. */
    static List<String> head(String x, String y, String value) {
        return List.of("column", "row", named(x, "x"), named(y, "y"), named(value, "value"), "class");
    }

    private static String named(String caption, String otherwise) {
        return caption.isEmpty() ? otherwise : caption;
    }

    private static List<String> line(ScalarField field, int column, int row, ClassColours classes) {
        var id = field.classAt(column, row);
        return List.of(
                Integer.toString(column),
                Integer.toString(row),
                Double.toString(field.x(column)),
                Double.toString(field.y(row)),
                Float.toString(field.value(column, row)),
                id == ScalarField.NO_CLASS ? "" : classes.name(id));
    }
}

package org.smoothbench.viz.surface;

import java.util.List;

/**
 * What is written around a surface. Immutable; any thread.
 *
 * @param title above it; empty for none
 * @param a what the first direction is, with its unit
 * @param b what the second direction is, with its unit
 * @param value what the height is
 * @param caption below it, e.g. everything needed to reproduce it; empty for none
 * @param classes the names of the classes by their number; a class without a name is written as its number
 */
public record SurfaceWords(String title, String a, String b, String value, String caption, List<String> classes) {
    /** Copies the names. */
    public SurfaceWords {
        classes = List.copyOf(classes);
    }

    /** Words without a title, a caption and names of classes. */
    public static SurfaceWords ofAxes(String a, String b, String value) {
        return new SurfaceWords("", a, b, value, "", List.of());
    }

    /** The name of a class. */
    public String className(int id) {
        return id >= 0 && id < classes.size() ? classes.get(id) : "class " + id;
    }
}

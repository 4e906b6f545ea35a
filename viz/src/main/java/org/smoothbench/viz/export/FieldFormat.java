package org.smoothbench.viz.export;

import org.smoothbench.viz.field.ColourScale;

/** What the numbers of a field are saved as. Immutable; any thread. */
public sealed interface FieldFormat {
    /** NumPy's array file: float32, rows by columns, the first row at the lower end of y; NaN for holes. */
    record Npy() implements FieldFormat {}

    /**
     * A surface of triangles for 3-D programs, binary, with normals and colours; cells with a hole are left out.
     *
     * @param scale the colours of the values
     * @param height how high a unit of the values is, in units of x and y; above 0
     */
    record Ply(ColourScale scale, double height) implements FieldFormat {
        /**
         * Checks the height.
         *
         * @throws IllegalArgumentException unless it is finite and above 0
         */
        public Ply {
            checkHeight(height);
        }
    }

    /**
     * The same surface as text that most 3-D programs read; its colours stand behind the coordinates, as MeshLab and Blender
     * have it, so there is no second file.
     *
     * @param scale the colours of the values
     * @param height how high a unit of the values is, in units of x and y; above 0
     */
    record Obj(ColourScale scale, double height) implements FieldFormat {
        /**
         * Checks the height.
         *
         * @throws IllegalArgumentException unless it is finite and above 0
         */
        public Obj {
            checkHeight(height);
        }
    }

    /** The usual end of the file's name, without the dot. */
    default String extension() {
        return switch (this) {
            case Npy npy -> "npy";
            case Ply ply -> "ply";
            case Obj obj -> "obj";
        };
    }

    private static void checkHeight(double height) {
        if (!(height > 0) || !Double.isFinite(height)) {
            throw new IllegalArgumentException("a unit of the values must have a height above 0, not " + height);
        }
    }
}

package org.smoothbench.viz.surface;

import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/** The colours that follow from a model and a look, as arrays for shaders; kept until one of them changes. For one thread. */
final class SurfaceInk {
    static final float[] NO_LEVELS = {};

    private static final int DARK_LINE = 0xff10141a;
    private static final int LIGHT_LINE = 0xfff2f5f8;
    /** Below this brightness of 255 a line is light instead of dark. */
    private static final int DIM = 84;

    private @Nullable SurfaceModel model;
    private @Nullable SurfaceLook look;
    private int[] colours = {};
    private float[] levels = {};
    private int[] lineColours = {};
    private int[] floorColours = {};
    private int[] classColours = {};

    void update(SurfaceFrame frame) {
        if (frame.model().equals(model) && frame.look().equals(look)) {
            return;
        }
        model = frame.model();
        look = frame.look();
        var scale = frame.model().scale();
        colours = scale.map().argbs();
        levels = new float[frame.model().levels().size()];
        lineColours = new int[levels.length];
        floorColours = new int[levels.length];
        for (var i = 0; i < levels.length; i++) {
            var level = frame.model().levels().get(i);
            levels[i] = (float) scale.share(level);
            lineColours[i] = brightness(scale.argb(level)) < DIM ? LIGHT_LINE : DARK_LINE;
            floorColours[i] = SurfaceLook.mixed(scale.argb(level), frame.look().text(), 0.22);
        }
        classColours = classColours(frame);
    }

    private static int[] classColours(SurfaceFrame frame) {
        var field = frame.model().field();
        if (!field.hasClasses()) {
            return new int[0];
        }
        var colours = new HashMap<Short, Integer>();
        var result = new int[field.columns() * field.rows()];
        for (var i = 0; i < result.length; i++) {
            result[i] = colours.computeIfAbsent(
                    field.classAt(i % field.columns(), i / field.columns()),
                    id -> frame.look().classColour(frame.model().classes(), id));
        }
        return result;
    }

    private static int brightness(int argb) {
        return ((argb >> 16 & 0xff) * 54 + (argb >> 8 & 0xff) * 183 + (argb & 0xff) * 19) >> 8;
    }

    int[] colours() {
        return colours;
    }

    float[] levels() {
        return levels;
    }

    int[] lineColours() {
        return lineColours;
    }

    int[] floorColours() {
        return floorColours;
    }

    int[] classColours() {
        return classColours;
    }
}

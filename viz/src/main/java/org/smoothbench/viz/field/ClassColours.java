package org.smoothbench.viz.field;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.paint.Color;
import org.smoothbench.viz.palette.SeriesPalette;
import org.smoothbench.viz.palette.Theme;

/**
 * The names and colours of classes, the same in all fields that are compared. The most frequent classes come first; from the
 * eighth on, colours repeat stronger, from the fifteenth fainter, and from the twenty-second they are the same again.
 * Immutable; any thread.
 */
public final class ClassColours {
    /** How much of the colour areas keep, each time that it is used: lines and letters have to stand out from them. */
    private static final List<Double> STRENGTHS = List.of(0.58, 1.0, 0.3);

    private final List<String> names;
    private final List<Short> order;

    private ClassColours(List<String> names, List<Short> order) {
        this.names = names;
        this.order = order;
    }

    /**
     * Colours for the classes that occur in some fields.
     *
     * @param names by class; classes beyond them are called by their number
     */
    public static ClassColours over(Collection<ScalarField> fields, List<String> names) {
        var counts = new TreeMap<Short, Integer>();
        for (var field : fields) {
            for (var id : field.classes().orElse(new short[0])) {
                if (id != ScalarField.NO_CLASS) {
                    counts.merge(id, 1, Integer::sum);
                }
            }
        }
        var order = counts.entrySet().stream()
                .sorted(Map.Entry.<Short, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
        return new ClassColours(List.copyOf(names), order);
    }

    /** The classes that occur, the most frequent first. */
    public List<Short> present() {
        return order;
    }

    /** What a class is called. */
    public String name(short id) {
        return id >= 0 && id < names.size() ? names.get(id) : "class " + id;
    }

    /** The colour of a class' area, opaque. */
    public Color colour(short id, Theme theme, Color background) {
        var index = Math.max(0, order.indexOf(id));
        var palette = SeriesPalette.colourBlindSafe();
        var round = index / palette.size();
        var strength = STRENGTHS.get(round % STRENGTHS.size());
        return background.interpolate(palette.colour(index, theme), strength);
    }
}

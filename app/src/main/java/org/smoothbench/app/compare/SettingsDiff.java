package org.smoothbench.app.compare;

import java.util.List;
import java.util.Map;

/** What two specifications say, path by path. */
final class SettingsDiff {

    private SettingsDiff() {}

    /**
     * One setting of both.
     *
     * @param path where it is
     * @param left what the one says
     * @param right what the other says
     */
    record Line(String path, String left, String right) {

        boolean differs() {
            return !left.equals(right);
        }
    }

    /** The settings of both, or only those that differ. */
    static List<Line> of(Specification left, Specification right, boolean all) {
        List<Map<String, String>> both = List.of(left.settings(), right.settings());
        return FlatSettings.paths(both).stream()
                .map(path -> new Line(
                        path,
                        left.settings().getOrDefault(path, FlatSettings.NONE),
                        right.settings().getOrDefault(path, FlatSettings.NONE)))
                .filter(line -> all || line.differs())
                .toList();
    }
}

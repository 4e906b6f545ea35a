package org.smoothbench.app.runs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How runs are ordered, and where headings stand among them.
 *
 * @param grouping what groups have in common
 * @param sorting the order within groups; groups come in the order of their first runs
 * @param collapsed the groups whose runs are left out
 */
record RunArrangement(Grouping grouping, Sorting sorting, Set<String> collapsed) {

    /** The runs in their order. */
    List<RunRowViewModel> sorted(List<RunRowViewModel> rows) {
        Comparator<RunRowViewModel> order = (a, b) ->
                sorting.comparator().compare(a.now().summary(), b.now().summary());
        return rows.stream().sorted(order).toList();
    }

    /** Sorted runs by their groups. */
    Map<String, List<RunRowViewModel>> groups(List<RunRowViewModel> sorted) {
        Map<String, List<RunRowViewModel>> groups = new LinkedHashMap<>();
        for (RunRowViewModel row : sorted) {
            groups.computeIfAbsent(grouping.groupOf(row.now().summary()), _ -> new ArrayList<>())
                    .add(row);
        }
        return groups;
    }

    /** The lines of the list; a single group of runs that have nothing in common needs no heading. */
    List<RunListItem> lines(Map<String, List<RunRowViewModel>> groups) {
        List<RunListItem> lines = new ArrayList<>();
        boolean headings = grouping != Grouping.NONE && !groups.keySet().equals(Set.of(""));
        groups.forEach((group, rows) -> {
            boolean hidden = headings && collapsed.contains(group);
            if (headings) {
                String title = group.isEmpty() ? grouping.without() : group;
                lines.add(new GroupHeading(group, title, rows.size(), hidden));
            }
            if (!hidden) {
                lines.addAll(rows);
            }
        });
        return lines;
    }
}

package org.smoothbench.app.runs;

/**
 * The heading of a group.
 *
 * @param group what the runs of the group have in common; a state stays the same however it is named
 * @param title the same for people
 * @param count how many runs of the group are found by the search, 1 or more
 * @param collapsed whether they are left out of the list
 */
public record GroupHeading(String group, String title, int count, boolean collapsed) implements RunListItem {

    @Override
    public String key() {
        return "group " + group;
    }

    /** The title and the number of runs. */
    public String spoken() {
        return title + ", " + count + (count == 1 ? " run" : " runs") + (collapsed ? ", collapsed" : "");
    }
}

package org.smoothbench.app.page;

import java.util.List;

/**
 * What explains a page, shown beside it.
 *
 * @param title the page's name
 * @param summary what the page is for
 * @param topics what is on it, part by part
 */
public record PageHelp(String title, String summary, List<Topic> topics) {

    /**
     * One part of a page.
     *
     * @param name what it is called on the page
     * @param text what it shows and what can be done there
     */
    public record Topic(String name, String text) {}

    public PageHelp {
        topics = List.copyOf(topics);
    }

    /** Help with topics given as names and texts in turn. */
    public static PageHelp of(String title, String summary, Topic... topics) {
        return new PageHelp(title, summary, List.of(topics));
    }
}

package org.smoothbench.app.meters;

import java.util.List;

/**
 * One meter as it is shown.
 *
 * @param key what it measures, the same as long as it is shown
 * @param text name and figure, such as {@code CPU 87 %}
 * @param explanation the same in a sentence
 * @param history shares of the whole, 0 to 1, the newest last
 */
record Meter(String key, String text, String explanation, List<Double> history) {

    Meter {
        history = List.copyOf(history);
    }
}

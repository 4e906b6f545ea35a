package org.smoothbench.app.charts;

/**
 * A run whose curves are drawn.
 *
 * @param id its folder's name
 * @param name what people call it
 * @param colour the index of its colour; -1 for a colour to each line instead
 */
public record ChartedRun(String id, String name, int colour) {}

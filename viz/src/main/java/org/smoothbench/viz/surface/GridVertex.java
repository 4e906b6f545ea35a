package org.smoothbench.viz.surface;

/**
 * A vertex of a surface's grid.
 *
 * @param column counted from 0 at the lower end of a
 * @param row counted from 0 at the lower end of b
 */
public record GridVertex(int column, int row) {}

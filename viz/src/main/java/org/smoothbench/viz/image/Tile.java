package org.smoothbench.viz.image;

/**
 * One image of a grid.
 *
 * @param key what the owner knows it by, not below 0
 * @param mark what is known of it
 * @param text what it is, for those who cannot see it
 */
public record Tile(int key, TileMark mark, String text) {}

package org.smoothbench.viz.surface;

/**
 * What is written around a surface. Immutable; any thread.
 *
 * @param title above it; empty for none
 * @param a what the first direction is, with its unit
 * @param b what the second direction is, with its unit
 * @param value what the height is
 * @param caption below it, e.g. everything needed to reproduce it; empty for none
 */
public record SurfaceWords(String title, String a, String b, String value, String caption) {}

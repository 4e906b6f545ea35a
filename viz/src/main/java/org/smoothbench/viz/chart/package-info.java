/**
 * A live line chart drawn on a canvas: series and axes (the model), ranges, scales and ticks, the layout, and the painters
 * that put a laid-out frame on a surface. Everything here belongs to the JavaFX application thread.
 */
@NullMarked
package org.smoothbench.viz.chart;

import org.jspecify.annotations.NullMarked;

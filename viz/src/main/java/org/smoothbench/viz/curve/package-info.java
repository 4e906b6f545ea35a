/**
 * Plots of functions of one variable: the plot samples the function where it is looked at, so that zooming shows more of it
 * rather than the corners of a polygon. Nodes belong to the JavaFX application thread.
 */
@NullMarked
package org.smoothbench.viz.curve;

import org.jspecify.annotations.NullMarked;

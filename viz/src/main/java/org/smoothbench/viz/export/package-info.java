/**
 * Saves what a chart shows: pixels, vectors or its data. One painter draws on the screen and on the surfaces here, so that
 * a file shows the chart that was seen.
 */
@NullMarked
package org.smoothbench.viz.export;

import org.jspecify.annotations.NullMarked;

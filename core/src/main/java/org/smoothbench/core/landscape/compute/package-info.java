/** Computes loss landscapes: directions by attacks, grids of forward passes, planes and lines of weights. */
@NullMarked
package org.smoothbench.core.landscape.compute;

import org.jspecify.annotations.NullMarked;

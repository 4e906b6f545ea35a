/** Colours of data: an index becomes a colour for a light or a dark background. */
@NullMarked
package org.smoothbench.viz.palette;

import org.jspecify.annotations.NullMarked;

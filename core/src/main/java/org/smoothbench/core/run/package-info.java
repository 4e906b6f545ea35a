/**
 * The run directory, which is the interface between everything that computes and everything that shows: state, metrics,
 * events and requests as files. One writer a file; JSON Lines only grow; everything else is replaced whole.
 */
@NullMarked
package org.smoothbench.core.run;

import org.jspecify.annotations.NullMarked;

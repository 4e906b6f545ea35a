/** Starts workers: each run computes in a process of its own, which outlives the window that asked for it. */
@NullMarked
package org.smoothbench.core.launch;

import org.jspecify.annotations.NullMarked;

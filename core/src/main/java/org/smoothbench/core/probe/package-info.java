/** Short computations while somebody waits for them: one engine thread, its open models, and what is asked of them. */
@NullMarked
package org.smoothbench.core.probe;

import org.jspecify.annotations.NullMarked;

/** Image sets: the formats they are read from, their checks, and the sample set of our own. Plain Java, no tensors. */
@NullMarked
package org.smoothbench.core.data;

import org.jspecify.annotations.NullMarked;

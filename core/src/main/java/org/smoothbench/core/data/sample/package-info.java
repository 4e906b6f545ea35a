/** The image set that comes with the program: generated, small, and made so that robustness can be taught with it. */
@NullMarked
package org.smoothbench.core.data.sample;

import org.jspecify.annotations.NullMarked;

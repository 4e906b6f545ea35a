/** How smooth a model's loss is around images, measured with first-order gradients. */
@NullMarked
package org.smoothbench.core.smoothness;

import org.jspecify.annotations.NullMarked;

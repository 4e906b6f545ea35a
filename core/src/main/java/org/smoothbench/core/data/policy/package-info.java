/** AutoAugment's policies and the image operations they are made of, with Pillow's arithmetic. Plain Java, no tensors. */
@NullMarked
package org.smoothbench.core.data.policy;

import org.jspecify.annotations.NullMarked;

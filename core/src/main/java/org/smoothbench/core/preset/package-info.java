/**
 * The paper's experiments, ready to run: each study at the paper's scale, at one for a desktop computer and at one of
 * seconds on the program's own images. Plain data, no tensors.
 */
@NullMarked
package org.smoothbench.core.preset;

import org.jspecify.annotations.NullMarked;

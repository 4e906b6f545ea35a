/** Adversarial training: the outer minimisation, its optimizer, and checkpoints. */
@NullMarked
package org.smoothbench.core.training;

import org.jspecify.annotations.NullMarked;

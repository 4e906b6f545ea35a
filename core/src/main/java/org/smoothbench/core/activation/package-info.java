/**
 * The activation functions: their formulas in double precision for plots and tests, and {@link
 * org.smoothbench.core.activation.TensorForm}, their form in networks.
 */
@NullMarked
package org.smoothbench.core.activation;

import org.jspecify.annotations.NullMarked;

/** The page of the activations: their curves, their kinks, and what another derivative behind them changes. */
@NullMarked
package org.smoothbench.app.activations;

import org.jspecify.annotations.NullMarked;

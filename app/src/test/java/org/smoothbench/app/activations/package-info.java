/** Tests of the page of the activations. */
@NullMarked
package org.smoothbench.app.activations;

import org.jspecify.annotations.NullMarked;

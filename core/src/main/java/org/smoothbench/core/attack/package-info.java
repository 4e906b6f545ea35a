/** Attacks: the search for adversarial examples inside a threat model. */
@NullMarked
package org.smoothbench.core.attack;

import org.jspecify.annotations.NullMarked;

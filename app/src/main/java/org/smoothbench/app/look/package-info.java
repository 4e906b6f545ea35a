/** The look: theme, icons and the style sheet's names. */
@NullMarked
package org.smoothbench.app.look;

import org.jspecify.annotations.NullMarked;

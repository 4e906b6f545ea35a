/** What is shown while there is no run yet. */
@NullMarked
package org.smoothbench.app.welcome;

import org.jspecify.annotations.NullMarked;

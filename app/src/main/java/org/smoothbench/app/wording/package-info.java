/** How states, progress and accuracies are put into words; one place, so that the same thing reads the same everywhere. */
@NullMarked
package org.smoothbench.app.wording;

import org.jspecify.annotations.NullMarked;

/** What can go wrong, told so that a user can mend it: what happened, where, and what to do. */
@NullMarked
package org.smoothbench.core.problem;

import org.jspecify.annotations.NullMarked;

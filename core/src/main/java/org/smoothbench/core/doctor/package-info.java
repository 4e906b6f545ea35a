/** Looks at the machine: what is there, what is wrong, and how to mend it. */
@NullMarked
package org.smoothbench.core.doctor;

import org.jspecify.annotations.NullMarked;

/** Whether robust accuracy can be believed: what an attack does when it gets stronger (the paper, section 6). */
@NullMarked
package org.smoothbench.core.evaluation.sanity;

import org.jspecify.annotations.NullMarked;

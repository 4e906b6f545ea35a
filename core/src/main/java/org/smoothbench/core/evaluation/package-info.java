/** Clean and robust accuracy of a model. */
@NullMarked
package org.smoothbench.core.evaluation;

import org.jspecify.annotations.NullMarked;

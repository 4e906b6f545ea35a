/** Tests. */
@NullMarked
package org.smoothbench.app.training;

import org.jspecify.annotations.NullMarked;

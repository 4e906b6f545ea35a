/** Tests. */
@NullMarked
package org.smoothbench.app.compare;

import org.jspecify.annotations.NullMarked;

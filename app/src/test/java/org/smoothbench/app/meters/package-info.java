/** Tests. */
@NullMarked
package org.smoothbench.app.meters;

import org.jspecify.annotations.NullMarked;

/** Tests. */
@NullMarked
package org.smoothbench.app.follow;

import org.jspecify.annotations.NullMarked;

/** Tests. */
@NullMarked
package org.smoothbench.app.queue;

import org.jspecify.annotations.NullMarked;

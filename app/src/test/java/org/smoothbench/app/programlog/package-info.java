/** Tests. */
@NullMarked
package org.smoothbench.app.programlog;

import org.jspecify.annotations.NullMarked;

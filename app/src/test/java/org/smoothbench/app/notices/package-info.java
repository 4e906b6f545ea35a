/** Tests. */
@NullMarked
package org.smoothbench.app.notices;

import org.jspecify.annotations.NullMarked;

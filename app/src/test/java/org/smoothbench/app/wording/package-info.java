/** Tests. */
@NullMarked
package org.smoothbench.app.wording;

import org.jspecify.annotations.NullMarked;

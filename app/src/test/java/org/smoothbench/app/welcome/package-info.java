/** Tests. */
@NullMarked
package org.smoothbench.app.welcome;

import org.jspecify.annotations.NullMarked;

/** Tests. */
@NullMarked
package org.smoothbench.app.runs;

import org.jspecify.annotations.NullMarked;

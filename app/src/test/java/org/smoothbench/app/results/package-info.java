/** Tests. */
@NullMarked
package org.smoothbench.app.results;

import org.jspecify.annotations.NullMarked;

/** Run directories as a worker would write them. */
@NullMarked
package org.smoothbench.app.fake;

import org.jspecify.annotations.NullMarked;

/** Points in the plane with names and whiskers. */
@NullMarked
package org.smoothbench.viz.scatter;

import org.jspecify.annotations.NullMarked;

/** Scalar fields over a plane, such as losses over two directions: as numbers, colours, contours and charts. */
@NullMarked
package org.smoothbench.viz.field;

import org.jspecify.annotations.NullMarked;

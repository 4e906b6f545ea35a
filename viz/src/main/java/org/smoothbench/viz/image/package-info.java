/** Small images made large, signed changes in colour, grids of images, and probabilities before and after. */
@NullMarked
package org.smoothbench.viz.image;

import org.jspecify.annotations.NullMarked;

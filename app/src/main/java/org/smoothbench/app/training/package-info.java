/** The page of one run: what it is, how far it is, its curves and its log. */
@NullMarked
package org.smoothbench.app.training;

import org.jspecify.annotations.NullMarked;

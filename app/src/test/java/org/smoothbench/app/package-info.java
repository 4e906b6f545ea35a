/** Tests of the window and its view models. */
@NullMarked
package org.smoothbench.app;

import org.jspecify.annotations.NullMarked;

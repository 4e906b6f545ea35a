/** The window: where the program begins, and the one place that puts its parts together. */
@NullMarked
package org.smoothbench.app;

import org.jspecify.annotations.NullMarked;

/** What the program itself warns of, at hand in the window. */
@NullMarked
package org.smoothbench.app.programlog;

import org.jspecify.annotations.NullMarked;

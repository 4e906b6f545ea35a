/** What is measured of the window itself when it is started with {@code -Dsmoothbench.debug=true}. */
@NullMarked
package org.smoothbench.app.debug;

import org.jspecify.annotations.NullMarked;

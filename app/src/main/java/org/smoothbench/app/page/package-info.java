/** The pages of the window, as the frame around them knows them. */
@NullMarked
package org.smoothbench.app.page;

import org.jspecify.annotations.NullMarked;

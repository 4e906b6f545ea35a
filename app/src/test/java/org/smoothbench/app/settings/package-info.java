/** Tests. */
@NullMarked
package org.smoothbench.app.settings;

import org.jspecify.annotations.NullMarked;

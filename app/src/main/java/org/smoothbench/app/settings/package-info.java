/** What the window remembers between two starts. */
@NullMarked
package org.smoothbench.app.settings;

import org.jspecify.annotations.NullMarked;

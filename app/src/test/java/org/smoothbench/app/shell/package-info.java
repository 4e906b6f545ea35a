@NullMarked
package org.smoothbench.app.shell;

import org.jspecify.annotations.NullMarked;

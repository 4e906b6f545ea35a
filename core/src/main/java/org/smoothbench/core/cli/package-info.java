/** The command line: everything the window does, without it; also the main class of workers. */
@NullMarked
package org.smoothbench.core.cli;

import org.jspecify.annotations.NullMarked;

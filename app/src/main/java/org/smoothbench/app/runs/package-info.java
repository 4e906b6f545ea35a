/** The list of runs and the commands on them. */
@NullMarked
package org.smoothbench.app.runs;

import org.jspecify.annotations.NullMarked;

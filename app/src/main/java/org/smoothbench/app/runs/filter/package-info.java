/** The language the list of runs is searched with. */
@NullMarked
package org.smoothbench.app.runs.filter;

import org.jspecify.annotations.NullMarked;

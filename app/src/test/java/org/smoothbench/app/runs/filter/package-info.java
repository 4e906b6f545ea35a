@NullMarked
package org.smoothbench.app.runs.filter;

import org.jspecify.annotations.NullMarked;

/** Tests of the page of landscapes. */
@NullMarked
package org.smoothbench.app.landscape;

import org.jspecify.annotations.NullMarked;

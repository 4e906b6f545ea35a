/** Loss landscapes for somebody who waits for them. */
@NullMarked
package org.smoothbench.core.probe.landscape;

import org.jspecify.annotations.NullMarked;

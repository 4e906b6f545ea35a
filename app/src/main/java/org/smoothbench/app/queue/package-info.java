/** The queue in the window: what works and waits for each device, in which order, and what can be done about it. */
@NullMarked
package org.smoothbench.app.queue;

import org.jspecify.annotations.NullMarked;

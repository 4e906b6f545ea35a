/** How busy the machine is: processors, memory, graphics cards, and what the run's worker takes of them. */
@NullMarked
package org.smoothbench.app.meters;

import org.jspecify.annotations.NullMarked;

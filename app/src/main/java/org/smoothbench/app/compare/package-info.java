/** Sets runs beside each other: accuracy against robustness, what differs between them, and between two specifications. */
@NullMarked
package org.smoothbench.app.compare;

import org.jspecify.annotations.NullMarked;

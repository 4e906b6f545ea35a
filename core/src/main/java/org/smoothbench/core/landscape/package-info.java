/**
 * Loss landscapes as plain data: what is wanted, what came of it, its numbers and its files. Nothing here knows tensors; {@code
 * landscape.compute} does the work.
 */
@NullMarked
package org.smoothbench.core.landscape;

import org.jspecify.annotations.NullMarked;

/**
 * The door to PyTorch through DJL: the device, the thread it is used on, image tensors, losses and input gradients.
 *
 * <p>One thread owns an engine and everything made from it. Scalars in differentiable code come from {@link
 * org.smoothbench.core.engine.Scalars}, never from DJL's operations on Java numbers, whose gradients a garbage collection
 * can silently corrupt.
 */
@NullMarked
package org.smoothbench.core.engine;

import org.jspecify.annotations.NullMarked;

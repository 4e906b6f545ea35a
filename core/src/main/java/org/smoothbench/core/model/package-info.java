/**
 * Networks: layers over tensors with PyTorch's parameter names, and the architectures made of them. Input normalisation is
 * part of the network, so that attacks work on images in [0, 1].
 */
@NullMarked
package org.smoothbench.core.model;

import org.jspecify.annotations.NullMarked;

/**
 * What an experiment is: the specification records, each setting described once, and their reading and writing. Plain
 * data, no tensors.
 */
@NullMarked
package org.smoothbench.core.experiment;

import org.jspecify.annotations.NullMarked;

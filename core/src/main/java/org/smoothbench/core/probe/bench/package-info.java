/** The adversarial bench: attacks on single images, the smallest budgets that fool, and who is fooled by whose examples. */
@NullMarked
package org.smoothbench.core.probe.bench;

import org.jspecify.annotations.NullMarked;

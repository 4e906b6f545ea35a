/** Tests of the page of the adversary. */
@NullMarked
package org.smoothbench.app.adversary;

import org.jspecify.annotations.NullMarked;

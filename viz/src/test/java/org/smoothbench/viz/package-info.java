/** What the tests of pictures share, also with other modules' tests. */
@NullMarked
package org.smoothbench.viz;

import org.jspecify.annotations.NullMarked;

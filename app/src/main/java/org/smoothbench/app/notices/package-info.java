/** What came of background work, told in passing: small notes over the window that go by themselves. */
@NullMarked
package org.smoothbench.app.notices;

import org.jspecify.annotations.NullMarked;

/** The adversarial bench: test images under attack, on up to four models side by side. */
@NullMarked
package org.smoothbench.app.adversary;

import org.jspecify.annotations.NullMarked;

/** Tests of charts and of their page. */
@NullMarked
package org.smoothbench.app.charts;

import org.jspecify.annotations.NullMarked;

/** Charts of what runs measured: the curves of one run or of several, and the page that shows them side by side. */
@NullMarked
package org.smoothbench.app.charts;

import org.jspecify.annotations.NullMarked;

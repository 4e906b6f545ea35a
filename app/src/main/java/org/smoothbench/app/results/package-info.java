/** What was found out of finished networks: evaluations and studies, as they lie in run folders. */
@NullMarked
package org.smoothbench.app.results;

import org.jspecify.annotations.NullMarked;

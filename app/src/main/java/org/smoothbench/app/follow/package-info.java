/** Follows the runs folder from one thread and hands immutable snapshots to whoever shows them. */
@NullMarked
package org.smoothbench.app.follow;

import org.jspecify.annotations.NullMarked;

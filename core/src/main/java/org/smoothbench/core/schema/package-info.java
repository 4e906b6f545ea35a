/**
 * The one description of every setting. A specification is a tree of records; each component carries a {@link
 * org.smoothbench.core.schema.Setting} that says its unit, range, default and meaning. Reading, checking, writing and
 * {@code --set} all work from that description, and so will forms and the JSON schema.
 */
@NullMarked
package org.smoothbench.core.schema;

import org.jspecify.annotations.NullMarked;

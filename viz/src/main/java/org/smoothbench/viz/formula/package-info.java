/** Formulas set in type: a small part of LaTeX's mathematics becomes text nodes, and words for those who cannot see them. */
@NullMarked
package org.smoothbench.viz.formula;

import org.jspecify.annotations.NullMarked;

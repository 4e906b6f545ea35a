/** The experiment editor: a form and a text of one specification, where it began and what it will cost. */
@NullMarked
package org.smoothbench.app.editor;

import org.jspecify.annotations.NullMarked;

/** Tests of the page of the editor. */
@NullMarked
package org.smoothbench.app.editor;

import org.jspecify.annotations.NullMarked;

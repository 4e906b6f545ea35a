/** The frame around the pages: menus, tool bar, notices and status bar. */
@NullMarked
package org.smoothbench.app.shell;

import org.jspecify.annotations.NullMarked;

/** What a user can ask of the window: one list that menus, tool bar, palette and the list of shortcuts show. */
@NullMarked
package org.smoothbench.app.command;

import org.jspecify.annotations.NullMarked;

package org.smoothbench.app.shell;

/**
 * What menus and tool bar ask of the window itself.
 *
 * @param chooseFile lets the user choose a specification
 * @param newRun opens the "New run" menu
 * @param search puts the keyboard into the search field
 * @param about says which versions run
 * @param close closes the window
 */
record WindowCommands(Runnable chooseFile, Runnable newRun, Runnable search, Runnable about, Runnable close) {}

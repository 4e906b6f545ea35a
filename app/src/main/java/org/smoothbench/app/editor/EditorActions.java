package org.smoothbench.app.editor;

/** What the page's buttons and commands do besides editing. FX thread. */
interface EditorActions {

    /** Shows what a draft can begin from. */
    void startFrom();

    /** Lets the user save the draft as a specification file. */
    void saveAs();

    /** Lets the user open a specification file. */
    void open();

    /** Goes to the first setting that is wrong. */
    void goToFirstFault();
}

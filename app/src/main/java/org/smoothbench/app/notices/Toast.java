package org.smoothbench.app.notices;

import java.util.Optional;

/**
 * A note that something in the background has come to an end.
 *
 * @param kind how it ended
 * @param title what happened, in a few words
 * @param detail figures or the reason; may be empty
 * @param action what can be done about it with one click
 */
public record Toast(Kind kind, String title, String detail, Optional<Action> action) {

    /** How something ended. */
    public enum Kind {
        /** As wanted. */
        SUCCESS,
        /** Otherwise, and nothing is wrong. */
        INFORMATION,
        /** With something that should be looked at. */
        WARNING,
        /** It failed. */
        FAILURE
    }

    /**
     * Something to do.
     *
     * @param title what it is called
     * @param run does it, on the FX thread
     */
    public record Action(String title, Runnable run) {}

    /** A note without anything to do. */
    public static Toast of(Kind kind, String title, String detail) {
        return new Toast(kind, title, detail, Optional.empty());
    }

    /** This note with something to do. */
    public Toast with(String actionTitle, Runnable run) {
        return new Toast(kind, title, detail, Optional.of(new Action(actionTitle, run)));
    }

    /** All of it as a sentence, for screen readers. */
    String spoken() {
        return title + (detail.isEmpty() ? "" : ", " + detail);
    }
}

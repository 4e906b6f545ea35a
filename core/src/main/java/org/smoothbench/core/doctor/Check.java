package org.smoothbench.core.doctor;

/**
 * One thing looked at.
 *
 * @param name what was looked at
 * @param verdict how it stands
 * @param finding what was found
 * @param remedy how to mend it; empty where nothing is wrong
 */
public record Check(String name, Verdict verdict, String finding, String remedy) {

    /** How a thing stands. */
    public enum Verdict {
        /** As it should be. */
        OK,
        /** Works, and could be better. */
        NOTE,
        /** Keeps something from working. */
        WRONG
    }

    static Check ok(String name, String finding) {
        return new Check(name, Verdict.OK, finding, "");
    }

    static Check note(String name, String finding, String remedy) {
        return new Check(name, Verdict.NOTE, finding, remedy);
    }

    static Check wrong(String name, String finding, String remedy) {
        return new Check(name, Verdict.WRONG, finding, remedy);
    }
}

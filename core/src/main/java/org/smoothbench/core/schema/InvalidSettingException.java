package org.smoothbench.core.schema;

/** Thrown by a record's constructor when a setting does not go with the others; reading turns it into a violation. */
public final class InvalidSettingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final String expected;
    private final String found;

    /**
     * Refuses a value.
     *
     * @param key the key of the setting within its record
     * @param expected what would have been right
     * @param found what was given
     */
    public InvalidSettingException(String key, String expected, String found) {
        super(key + ": expected " + expected + ", found " + found);
        this.key = key;
        this.expected = expected;
        this.found = found;
    }

    String key() {
        return key;
    }

    String expected() {
        return expected;
    }

    String found() {
        return found;
    }
}

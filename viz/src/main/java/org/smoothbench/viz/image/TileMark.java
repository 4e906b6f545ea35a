package org.smoothbench.viz.image;

/** What a tile says of its image beside showing it, by a sign of its own besides the colour. */
public enum TileMark {
    /** Nothing is known. */
    NONE(""),
    /** Right, and right under attack. */
    GOOD("✓"),
    /** Right, but fooled by the attack. */
    FOOLED("!"),
    /** Wrong without any attack. */
    WRONG("×");

    private final String sign;

    TileMark(String sign) {
        this.sign = sign;
    }

    /** The sign in the tile's corner; empty for none. */
    public String sign() {
        return sign;
    }
}

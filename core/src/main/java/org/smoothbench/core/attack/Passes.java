package org.smoothbench.core.attack;

/**
 * How much work a model did, counted in images.
 *
 * @param forward images passed forward, those of gradients included
 * @param gradient images passed back
 */
public record Passes(long forward, long gradient) {

    /** No work. */
    public static final Passes NONE = new Passes(0, 0);

    /** What was done since an earlier count. */
    public Passes since(Passes earlier) {
        return new Passes(forward - earlier.forward, gradient - earlier.gradient);
    }

    /** Both together. */
    public Passes plus(Passes other) {
        return new Passes(forward + other.forward, gradient + other.gradient);
    }
}

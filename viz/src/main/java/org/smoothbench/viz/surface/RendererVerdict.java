package org.smoothbench.viz.surface;

/** What is known of JavaFX 3-D on this machine. */
public sealed interface RendererVerdict {

    /** The platform has none. */
    record Absent() implements RendererVerdict {}

    /** It is there; how fast it draws has yet to be seen. */
    record Untried() implements RendererVerdict {}

    /**
     * It is fast enough.
     *
     * @param millis what its quickest frame took
     */
    record Fast(double millis) implements RendererVerdict {}

    /**
     * It is too slow to fly around, as where a processor plays the graphics card.
     *
     * @param millis what its quickest frame took
     */
    record Slow(double millis) implements RendererVerdict {}
}

package org.smoothbench.core.engine;

/**
 * Whether images come fast enough.
 *
 * @param queueDepth batches that lie ready
 * @param stallSeconds how long the engine waited for batches since this was last asked
 */
public record FeedLoad(int queueDepth, double stallSeconds) {}

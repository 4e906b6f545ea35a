package org.smoothbench.app.results;

/**
 * A study in a run's folder.
 *
 * @param kind what was looked at, such as {@code Sanity}
 * @param conditions the weights, the budget and the number of images
 * @param outcome what came out, in words
 * @param doubtful whether the outcome speaks against the run's numbers
 */
public record StudyEntry(String kind, String conditions, String outcome, boolean doubtful) {}

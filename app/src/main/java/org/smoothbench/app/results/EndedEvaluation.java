package org.smoothbench.app.results;

import org.smoothbench.core.run.RunDirectory;

/**
 * An evaluation that ended while it was watched for.
 *
 * @param run whose network was evaluated
 * @param entry what its files say: numbers, or why they cannot be read
 */
public record EndedEvaluation(RunDirectory run, EvaluationEntry entry) {}

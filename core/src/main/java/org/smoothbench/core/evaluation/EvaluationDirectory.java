package org.smoothbench.core.evaluation;

import java.nio.file.Path;

/**
 * Where the files of one evaluation lie.
 *
 * @param path the evaluation's own folder, absolute
 */
public record EvaluationDirectory(Path path) {

    public EvaluationDirectory {
        path = path.toAbsolutePath().normalize();
    }

    /** What is evaluated and how; written once, before anything else. */
    public Path plan() {
        return path.resolve("plan.json");
    }

    /** One line for each batch that is done. */
    public Path journal() {
        return path.resolve("journal.jsonl");
    }

    /** Adversarial examples so far: float32, little-endian, one image after another in the order of the journal. */
    public Path rows() {
        return path.resolve("adversarial.f32");
    }

    /** The result; there only when the evaluation is finished. */
    public Path result() {
        return path.resolve("result.json");
    }

    /** Adversarial examples for NumPy and PyTorch; there only when the evaluation is finished. */
    public Path examples() {
        return path.resolve("adversarial.npz");
    }

    /** The folder of pictures of adversarial examples. */
    public Path pictures() {
        return path.resolve("pictures");
    }

    /** Held by whoever works on the evaluation. */
    public Path lock() {
        return path.resolve("lock");
    }
}

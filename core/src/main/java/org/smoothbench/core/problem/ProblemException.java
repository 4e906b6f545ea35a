package org.smoothbench.core.problem;

import org.jspecify.annotations.Nullable;

/** Carries a {@link Problem} up to whoever shows it: the command line, a banner, a form field. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem, @Nullable Throwable cause) {
        super(problem.line(), cause);
        this.problem = problem;
    }

    /** What went wrong. */
    public Problem problem() {
        return problem;
    }
}

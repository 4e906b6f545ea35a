package org.smoothbench.app.results;

import java.util.List;
import java.util.Optional;
import org.smoothbench.core.evaluation.Share;

/**
 * One evaluation in a run's folder.
 *
 * @param folder its folder's name
 * @param attack what the robust accuracy may be called, with the budget; of an unfinished one, what its folder is called
 * @param weights which of the run's weights, such as {@code best} or {@code last, averaged}; may be empty
 * @param figures the numbers; empty while it is not finished, or if they cannot be read
 * @param flags reasons to trust the numbers less, in words
 * @param remark what is to be known otherwise: that it is not finished, or damaged; may be empty
 */
public record EvaluationEntry(
        String folder, String attack, String weights, Optional<Figures> figures, List<String> flags, String remark) {

    /**
     * The numbers of a finished evaluation.
     *
     * @param clean the share that is right
     * @param robust the share that withstands every attack as well
     * @param images how many images were used
     * @param seed what random starts follow from; empty if the plan does not say
     */
    public record Figures(Share clean, Share robust, int images, Optional<String> seed) {}

    /** How the weights end if they were averaged. */
    private static final String AVERAGED = ", averaged";

    /** How the remark of an unfinished one begins. */
    static final String NOT_FINISHED = "not finished";

    public EvaluationEntry {
        flags = List.copyOf(flags);
    }

    /** Whether it is still to be finished, as far as its files tell. */
    public boolean unfinished() {
        return figures.isEmpty() && remark.startsWith(NOT_FINISHED);
    }

    /** Which of the run's weights, in words, such as {@code last checkpoint, averaged weights}; empty for a file's. */
    public String weightsInWords() {
        String checkpoint = weights.replaceFirst(AVERAGED + "$", "");
        return weights.isEmpty() ? "" : checkpoint + " checkpoint" + (averaged() ? ", averaged weights" : "");
    }

    /**
     * The same for a run that may have both kinds of weights: trained ones are then told from the averaged ones.
     *
     * @param averages whether the run averages its weights
     */
    public String weightsInWords(boolean averages) {
        boolean other = averages && !averaged() && !weights.isEmpty();
        return weightsInWords() + (other ? ", trained weights rather than the averaged ones" : "");
    }

    /** Whether the weights were averaged. */
    public boolean averaged() {
        return weights.endsWith(AVERAGED);
    }

    /** Under which conditions, so that only like is compared with like: attack, budget, number of images, weights. */
    public String conditions() {
        return figures.map(numbers -> attack + " on " + numbers.images() + " images, "
                        + (weights.isEmpty() ? "weights not named" : weightsInWords()))
                .orElse(attack);
    }
}

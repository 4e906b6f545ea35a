package org.smoothbench.core.probe.bench;

import java.util.Objects;

/** What a model says of one image: its logits, and what follows from them in double precision. */
public final class Answer {

    private final float[] logits;

    /** Takes over logits; shared, not copied. */
    Answer(float[] logits) {
        this.logits = logits;
    }

    /** The number of classes. */
    public int classes() {
        return logits.length;
    }

    /** The logit of a class. */
    public double logit(int classIndex) {
        return logits[Objects.checkIndex(classIndex, logits.length)];
    }

    /** The class with the largest logit, the first of equal ones. */
    public int predicted() {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            best = logits[i] > logits[best] ? i : best;
        }
        return best;
    }

    /** The softmax probability of a class. */
    public double probability(int classIndex) {
        return Math.exp(logit(classIndex) - logSum());
    }

    /** The cross-entropy of a class. */
    public double crossEntropy(int classIndex) {
        return logSum() - logit(classIndex);
    }

    /** The largest other logit minus that of a class, as landscapes have it: above 0 where the model sees another class. */
    public double margin(int classIndex) {
        double other = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < logits.length; i++) {
            other = i == classIndex ? other : Math.max(other, logits[i]);
        }
        return other - logit(classIndex);
    }

    private double logSum() {
        double largest = logits[predicted()];
        double sum = 0;
        for (float each : logits) {
            sum += Math.exp(each - largest);
        }
        return largest + Math.log(sum);
    }
}

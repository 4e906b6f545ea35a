package org.smoothbench.core.smoothness;

/**
 * What is measured of each image x, with its loss l (cross-entropy, nats), the loss's gradient g by pixels, and the
 * perturbation d that an attack on it found. Pixels are on the [0, 1] scale. Where lengths differ by threat model, the
 * formula is that of L-infinity; for L2 all lengths are Euclidean.
 */
public enum SmoothnessMetric {
    /** How fast the gradient changes on the way to the adversarial example. */
    GRADIENT_LIPSCHITZ(
            "gradient-lipschitz",
            "Gradient Lipschitz constant",
            "largest |g(x + t d) - g(x)|_1 / (t |d|_inf) over evenly spaced t in (0, 1]",
            "nats per unit of pixel, squared",
            "smaller is smoother",
            "effective smoothness, Santurkar et al. 2018 (arXiv 1805.11604); Liu et al. 2020 (arXiv 2006.08403)"),
    /** Whether the gradient points the same way nearby. */
    GRADIENT_ALIGNMENT(
            "gradient-alignment",
            "Gradient alignment",
            "cos(g(x), g(x + u)), u random within the budget; 1 where a gradient is 0",
            "cosine",
            "larger, up to 1, is smoother",
            "GradAlign, Andriushchenko and Flammarion 2020 (arXiv 2007.02617)"),
    /** Whether one step finds what many steps find. */
    FGSM_PGD_ALIGNMENT(
            "fgsm-pgd-alignment",
            "FGSM-PGD alignment",
            "cos(d of a single step of the whole budget, d)",
            "cosine",
            "larger, up to 1, is smoother",
            "Andriushchenko and Flammarion 2020 (arXiv 2007.02617)"),
    /** How far the loss is from linear within the budget. */
    LOCAL_LINEARITY(
            "local-linearity",
            "Local linearity error",
            "largest |l(x + e) - l(x) - e.g(x)| over e within the budget, sought by gradient steps",
            "nats",
            "smaller is smoother",
            "local linearity, Qin et al. 2019 (arXiv 1907.02610)"),
    /** The same against how much the loss changes there. */
    RELATIVE_LINEARITY(
            "relative-linearity",
            "Relative linearity error",
            "the local linearity error over |l(x + e) - l(x)| at the same e",
            "of the loss's change",
            "smaller is smoother",
            "local linearity, Qin et al. 2019 (arXiv 1907.02610)"),
    /** How much the gradient changes along itself. */
    CURVATURE(
            "curvature",
            "Curvature along the gradient",
            "|g(x + h z) - g(x)|_2, z = sign g(x) / |sign g(x)|_2, h the length of a step of the whole budget",
            "nats per unit of pixel",
            "smaller is smoother",
            "CURE, Moosavi-Dezfooli et al. 2019 (arXiv 1811.09716)"),
    /** The same with its sign. */
    SIGNED_CURVATURE(
            "signed-curvature",
            "Signed curvature along the gradient",
            "z.(g(x + h z) - g(x)) / h, with z and h as for the curvature",
            "nats per unit of pixel, squared",
            "nearer 0 is smoother; above 0 the loss bends upwards",
            "CURE, Moosavi-Dezfooli et al. 2019 (arXiv 1811.09716)"),
    /** How many activations an attack moves across 0, where ReLU has its kink. */
    KINK_CROSSING(
            "kink-crossing",
            "Kink-crossing rate",
            "share of the activations' inputs that are above 0 for one of x and x + d and not for the other",
            "of the activations' inputs",
            "smaller: an attack meets fewer kinks",
            "Smoothbench"),
    /** What kinks cost an attacker. */
    SMOOTH_BACKWARD_GAIN(
            "smooth-backward-gain",
            "Smooth-backward attack gain",
            "1 if the attack fails with the network's gradients and succeeds with those of parametric softplus, alpha 10,"
                    + " at its activations; -1 for the reverse, else 0; the mean is the difference of robust accuracies",
            "of the images",
            "a mean above 0: the network's own gradients mislead attackers",
            "the paper, section 3.2 and table 1");

    private final String key;
    private final String label;
    private final String formula;
    private final String unit;
    private final String direction;
    private final String source;

    SmoothnessMetric(String key, String label, String formula, String unit, String direction, String source) {
        this.key = key;
        this.label = label;
        this.formula = formula;
        this.unit = unit;
        this.direction = direction;
        this.source = source;
    }

    /** The name on screen. */
    public String label() {
        return label;
    }

    /** What a report says of the metric, with what was measured. */
    MetricResult result(Distribution distribution) {
        return new MetricResult(key, label, formula, source, unit, direction, distribution, "");
    }

    /** What a report says of the metric where it means nothing. */
    MetricResult inapplicable(String reason) {
        return new MetricResult(key, label, formula, source, unit, direction, Distribution.of(), reason);
    }

    /** The result of this metric in a report's list. */
    boolean is(MetricResult result) {
        return result.key().equals(key);
    }
}

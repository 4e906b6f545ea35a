package org.smoothbench.app.activations;

import java.util.List;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.activation.Celu;
import org.smoothbench.core.activation.Elu;
import org.smoothbench.core.activation.Gelu;
import org.smoothbench.core.activation.ParametricSoftplus;
import org.smoothbench.core.activation.Relu;
import org.smoothbench.core.activation.Silu;
import org.smoothbench.core.activation.SmoothRelu;
import org.smoothbench.core.activation.Softplus;
import org.smoothbench.viz.curve.Interval;

/**
 * A set of activations that are often wanted together.
 *
 * @param label what its button says
 * @param help what it shows
 * @param domain the x that are shown; this program's choice, since the paper's text names no ranges
 * @param activations what is shown
 */
public record Preset(String label, String help, Interval domain, List<Activation> activations) {

    /** The paper's figure 1. */
    public static final Preset FIGURE_1 = new Preset(
            "Figure 1",
            "ReLU and Parametric Softplus with α = 10, as in the paper's figure 1",
            new Interval(-2, 2),
            List.of(new Relu(), new ParametricSoftplus(10)));

    /** The paper's figure 2. */
    public static final Preset FIGURE_2 = new Preset(
            "Figure 2",
            "The five smooth activations of the paper's section 4.1, as in its figure 2; SmoothReLU with α = 400, where"
                    + " training starts",
            new Interval(-5, 5),
            List.of(new Softplus(), new Silu(), new Gelu(), new Elu(1), new SmoothRelu(400, true)));

    /** The pair of the paper's table 2 at its largest alpha. */
    public static final Preset TWINS = new Preset(
            "ELU and CELU",
            "The twins of the paper's table 2 at α = 2: ELU has a kink, CELU has none",
            new Interval(-5, 5),
            List.of(new Elu(2), new Celu(2)));

    /** One of each kind. */
    public static final Preset EVERY_KIND =
            new Preset("All", "Every activation with its usual parameters", new Interval(-5, 5), Activation.usual());

    /** Copies the activations. */
    public Preset {
        activations = List.copyOf(activations);
    }

    /** All of them, in the order of their buttons. */
    public static List<Preset> offered() {
        return List.of(FIGURE_1, FIGURE_2, TWINS, EVERY_KIND);
    }
}

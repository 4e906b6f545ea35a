package org.smoothbench.core.activation;

import org.smoothbench.core.schema.Setting;
import org.smoothbench.core.schema.Variant;

/**
 * Which derivative a backward pass uses at the activations. The forward pass is always the network's own activation; another
 * derivative behind it is the paper's gradient probe (section 4.1, table 1).
 */
public sealed interface BackwardDerivative {

    /** In a few words, for labels. */
    String label();

    /** The network's own derivative: an ordinary backward pass. */
    @Variant(value = "own", help = "The derivative of the activation itself")
    record Own() implements BackwardDerivative {

        @Override
        public String label() {
            return "own derivative";
        }
    }

    /** The derivative of another function of the family, at the same inputs. */
    @Variant(value = "surrogate", help = "The derivative of another activation, the forward pass unchanged (table 1)")
    record Surrogate(
            @Setting(
                    help = "The activation whose derivative is used",
                    defaultValue = "{\"type\": \"parametric-softplus\", \"alpha\": 10}")
            Activation activation)
            implements BackwardDerivative {

        @Override
        public String label() {
            return "derivative of " + activation.label();
        }
    }
}

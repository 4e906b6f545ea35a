package org.smoothbench.app.activations;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.activation.BackwardDerivative;

/** A derivative that the probe can put behind an activation; one of an activation on the page follows its parameters. */
public sealed interface BackwardChoice {

    /** The derivative as it is now. */
    BackwardDerivative derivative();

    /** In a few words. */
    ObservableValue<String> label();

    /** The activation's own. */
    record Own() implements BackwardChoice {
        @Override
        public BackwardDerivative derivative() {
            return new BackwardDerivative.Own();
        }

        @Override
        public ObservableValue<String> label() {
            return new ReadOnlyObjectWrapper<>(derivative().label());
        }
    }

    /** What a specification uses that names no activation: the paper's. */
    record Usual(BackwardDerivative.Surrogate derivative) implements BackwardChoice {
        @Override
        public ObservableValue<String> label() {
            return new ReadOnlyObjectWrapper<>(derivative.label() + ", the paper's probe");
        }
    }

    /** That of another activation on the page. */
    record Of(PlottedActivation plotted) implements BackwardChoice {
        @Override
        public BackwardDerivative derivative() {
            return new BackwardDerivative.Surrogate(plotted.activation());
        }

        @Override
        public ObservableValue<String> label() {
            return plotted.activationProperty().map((Activation now) -> new BackwardDerivative.Surrogate(now).label());
        }
    }
}

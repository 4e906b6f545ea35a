package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.activation.TensorForm;

/** An activation function in one place of a network; its trained numbers, if it has any, carry the place's name. */
final class ActivationLayer implements Layer {

    private final String name;
    private final TensorForm form;

    ActivationLayer(StateDict state, String name, Activation activation) {
        this.name = name;
        this.form = TensorForm.of(
                activation, (scalar, initial) -> state.activationScalar(name + "." + scalar, new Shape(1), initial));
    }

    @Override
    public NDArray forward(NDArray x, Pass pass) {
        pass.inputs().reached(name, x);
        return form.forward(x, pass.backward());
    }
}

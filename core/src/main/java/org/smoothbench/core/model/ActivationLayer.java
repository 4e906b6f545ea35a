package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.activation.TensorForm;
import org.smoothbench.core.activation.TrainedScalars;

/** An activation function in one place of a network; its trained numbers, if it has any, carry the place's name. */
final class ActivationLayer implements Layer {

    private final String name;
    private final Activation activation;
    private final Map<String, NDArray> trained = new LinkedHashMap<>();
    private final TensorForm form;

    ActivationLayer(StateDict state, String name, Activation activation) {
        this(name, activation, (scalar, initial) -> state.activationScalar(name + "." + scalar, new Shape(1), initial));
    }

    private ActivationLayer(String name, Activation activation, TrainedScalars scalars) {
        this.name = name;
        this.activation = activation;
        this.form = TensorForm.of(activation, (scalar, initial) -> {
            NDArray array = scalars.create(scalar, initial);
            trained.put(scalar, array);
            return array;
        });
    }

    @Override
    public NDArray forward(NDArray x, Pass pass) {
        pass.inputs().reached(name, x);
        return form.forward(x, pass.backward());
    }

    @Override
    public Layer folded(NDManager owner) {
        return new ActivationLayer(
                name, activation, (scalar, _) -> FrozenCopy.of(Objects.requireNonNull(trained.get(scalar)), owner));
    }
}

package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import org.smoothbench.core.experiment.EfficientNetSpec;
import org.smoothbench.core.experiment.MlpSpec;
import org.smoothbench.core.experiment.ModelSpec;
import org.smoothbench.core.experiment.PreActResNetSpec;
import org.smoothbench.core.experiment.ResNetSpec;
import org.smoothbench.core.experiment.SmallCnnSpec;
import org.smoothbench.core.experiment.WideResNetSpec;

/** What a network of a specification consists of, without making it: no engine is started and no memory taken. */
public final class Architecture {

    private final StateDict state;

    private Architecture(StateDict state) {
        this.state = state;
    }

    /**
     * The arrays of a network.
     *
     * @throws org.smoothbench.core.problem.ProblemException if it cannot be built for these images
     */
    public static Architecture of(ModelSpec model, ImageShape images, int classes) {
        StateDict state = new StateDict(new PlannedArrays());
        var _ = build(state, model, images, classes);
        return new Architecture(state);
    }

    /** The number of trained numbers. */
    public long parameterCount() {
        return state.parameterCount();
    }

    /** What each parameter is for, by name. */
    public Map<String, ParameterKind> kinds() {
        return state.kinds();
    }

    /** The shapes of parameters and running statistics by name, in the order of the network's state. */
    Map<String, Shape> shapes() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (NDArray array : state.all().values()) {
            shapes.put(array.getName(), array.getShape());
        }
        return shapes;
    }

    static Layer build(StateDict state, ModelSpec model, ImageShape images, int classes) {
        int channels = images.channels();
        return switch (model) {
            case ResNetSpec spec -> new ResNetBuilder(state, spec).build(channels, classes);
            case PreActResNetSpec spec -> new PreActResNetBuilder(state, spec).build(channels, classes);
            case WideResNetSpec spec -> new WideResNetBuilder(state, spec).build(channels, classes);
            case EfficientNetSpec spec -> new EfficientNetBuilder(state, spec).build(channels, classes);
            case SmallCnnSpec spec -> new SmallCnnBuilder(state, spec).build(images, classes);
            case MlpSpec spec -> new MlpBuilder(state, spec).build(images, classes);
        };
    }
}

package org.smoothbench.core.training;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.smoothbench.core.experiment.OptimizerSpec;
import org.smoothbench.core.model.ParameterKind;
import org.smoothbench.core.problem.Problem;

/** Which parameters weight decay applies to. */
final class DecayRule {

    private DecayRule() {}

    /**
     * The names of the parameters that decay.
     *
     * @param kinds what each parameter of the network is for, by name
     * @throws org.smoothbench.core.problem.ProblemException if an exception is named that matches no parameter
     */
    static Set<String> decaying(OptimizerSpec spec, Map<String, ParameterKind> kinds) {
        List<Pattern> exceptions = new ArrayList<>();
        for (int i = 0; i < spec.withoutDecay().size(); i++) {
            String name = spec.withoutDecay().get(i);
            if (!name.equals(OptimizerSpec.BIASES) && !name.equals(OptimizerSpec.BATCH_NORM)) {
                exceptions.add(pattern(name, i, kinds.keySet()));
            }
        }
        Set<String> decaying = new LinkedHashSet<>();
        kinds.forEach((parameter, kind) -> {
            boolean named = exceptions.stream()
                    .anyMatch(pattern -> pattern.matcher(parameter).matches());
            if (!named && decays(spec, kind)) {
                decaying.add(parameter);
            }
        });
        return decaying;
    }

    private static boolean decays(OptimizerSpec spec, ParameterKind kind) {
        return switch (kind) {
            case WEIGHT -> true;
            case BIAS -> !spec.withoutDecay().contains(OptimizerSpec.BIASES);
            case BATCH_NORM -> !spec.withoutDecay().contains(OptimizerSpec.BATCH_NORM);
            case ACTIVATION -> false;
        };
    }

    private static Pattern pattern(String name, int index, Set<String> parameters) {
        Pattern pattern = Pattern.compile(Pattern.quote(name).replace("*", "\\E.*\\Q"));
        if (parameters.stream()
                .noneMatch(parameter -> pattern.matcher(parameter).matches())) {
            throw new Problem.Specification(
                            "\"" + name + "\" is the name of no parameter of this network",
                            "$.training.optimizer.withoutDecay[" + index + "]",
                            "use " + OptimizerSpec.BIASES + ", " + OptimizerSpec.BATCH_NORM
                                    + " or names such as layer4.*")
                    .asException();
        }
        return pattern;
    }
}

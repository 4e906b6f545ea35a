package org.smoothbench.core.preset;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.activation.Celu;
import org.smoothbench.core.activation.Elu;

/** ELU, smooth for alpha = 1 only, against CELU, smooth for every alpha (section 4.3). */
final class Table2 {

    private static final double ROBUSTNESS_AT_ONE = 41.1;
    private static final List<Double> ALPHAS = List.of(1.0, 1.2, 1.4, 1.6, 1.8, 2.0);
    private static final List<Double> ELU_CHANGES = List.of(0.0, -0.3, -2.0, -3.7, -6.2, -7.9);
    private static final List<Double> CELU_CHANGES = List.of(0.0, 0.1, -0.3, -0.3, -0.2, -0.5);

    private Table2() {}

    static Study study() {
        return new Study(
                "table2",
                "Is it smoothness that helps? ELU against CELU",
                "Table 2",
                Testbed.ofImagenet().stream().flatMap(Table2::rows).toList());
    }

    private static Stream<Preset> rows(Testbed testbed) {
        return Stream.concat(
                IntStream.range(0, ALPHAS.size())
                        .mapToObj(i -> row(testbed, "ELU", ALPHAS.get(i), new Elu(ALPHAS.get(i)), ELU_CHANGES.get(i))),
                IntStream.range(0, ALPHAS.size())
                        .mapToObj(i ->
                                row(testbed, "CELU", ALPHAS.get(i), new Celu(ALPHAS.get(i)), CELU_CHANGES.get(i))));
    }

    private static Preset row(Testbed testbed, String family, double alpha, Activation activation, double change) {
        return testbed.preset(
                String.format(Locale.ROOT, "table2-%s-%.1f", family.toLowerCase(Locale.ROOT), alpha),
                String.format(Locale.ROOT, "%s with alpha %.1f, adversarially trained", family, alpha),
                Published.robustness(Math.rint(10 * (ROBUSTNESS_AT_ONE + change)) / 10),
                testbed.with(activation));
    }
}

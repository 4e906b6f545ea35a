package org.smoothbench.core.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.training.GradientCollector;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.smoothbench.core.experiment.RuntimeSpec;

/** DJL's operations on Java numbers corrupt gradients when a collection runs before backward; nothing here may use them. */
class ScalarSafetyTest {

    private static final Set<String> UNSAFE =
            Set.of("mul", "muli", "div", "divi", "pow", "powi", "maximum", "minimum", "mod", "modi");

    private static final ArchRule RULE = noClasses()
            .should()
            .callMethodWhere(new DescribedPredicate<JavaMethodCall>("an NDArray operation takes a Java number") {
                @Override
                public boolean test(JavaMethodCall call) {
                    return call.getTargetOwner().isAssignableTo(NDArray.class)
                            && UNSAFE.contains(call.getName())
                            && call.getTarget()
                                    .getRawParameterTypes()
                                    .getFirst()
                                    .isEquivalentTo(Number.class);
                }
            })
            .orShould()
            .callMethodWhere(new DescribedPredicate<JavaMethodCall>("DJL's swish, mish or weighted loss is used") {
                @Override
                public boolean test(JavaMethodCall call) {
                    return call.getTargetOwner().isEquivalentTo(Activation.class)
                            && Set.of("swish", "swishBlock", "mish", "mishBlock")
                                    .contains(call.getName());
                }
            })
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl.training.loss..");

    @Test
    void noClassOfCoreUsesAnUnsafeOperation() {
        RULE.check(new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.smoothbench.core"));
    }

    @Test
    void theRuleFindsEachUnsafeOperation() {
        for (Class<?> offender : Set.of(ScalesByNumber.class, ClampsByNumber.class, UsesSwish.class)) {
            assertThatCode(() -> RULE.check(new ClassFileImporter().importClasses(offender)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(offender.getSimpleName());
        }
    }

    @Test
    void aScalarSurvivesACollectionBetweenForwardAndBackward() {
        try (TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0))) {
            for (int round = 0; round < 10; round++) {
                assertThat(slopeWithCollection(engine, round + 2f)).isEqualTo(round + 2f);
            }
        }
    }

    private static float slopeWithCollection(TorchEngine engine, float factor) {
        try (NDManager scratch = engine.manager().newSubManager();
                GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            NDArray x = scratch.ones(new Shape(4096));
            x.setRequiresGradient(true);
            NDArray y;
            try (NDArray scalar = Scalars.of(scratch, factor)) {
                y = x.mul(scalar).sum();
            }
            System.gc();
            byte[][] pressure = new byte[64][];
            for (int i = 0; i < pressure.length; i++) {
                pressure[i] = new byte[1 << 16];
            }
            assertThat(pressure[63]).hasSize(1 << 16);
            collector.backward(y);
            return x.getGradient().getFloat(4095);
        }
    }

    static final class ScalesByNumber {
        NDArray scale(NDArray x) {
            return x.mul(3);
        }
    }

    static final class ClampsByNumber {
        NDArray clamp(NDArray x) {
            return x.maximum(0);
        }
    }

    static final class UsesSwish {
        NDArray activate(NDArray x) {
            return Activation.swish(x, 1);
        }
    }
}

package org.smoothbench.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows that ARCHITECTURE promises. */
final class ArchitectureTest {

    private final JavaClasses app = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.smoothbench.app");

    @Test
    void viewModelsKnowNoNodes() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .or()
                .resideInAnyPackage("..follow..", "..wording..", "..settings..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..", "org.controlsfx..")
                .check(app);
    }

    @Test
    void theWindowComputesNothing() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "ai.djl..",
                        "org.smoothbench.core.training..",
                        "org.smoothbench.core.attack..",
                        "org.smoothbench.core.model..",
                        "org.smoothbench.core.engine..")
                .check(app);
    }

    @Test
    void onlyOneClassDrawsWithTheChart() {
        noClasses()
                .that()
                .doNotHaveSimpleName("TrainingChart")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.smoothbench.viz.chart..")
                .check(app);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.smoothbench.app.(*)..").should().beFreeOfCycles().check(app);
    }

    @Test
    void nothingStaticChanges() {
        noFields().that().areStatic().should().notBeFinal().check(app);
    }
}

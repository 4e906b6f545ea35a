package org.smoothbench.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The arrows that ARCHITECTURE promises. */
final class ArchitectureTest {

    private static final JavaClasses APP = new ClassFileImporter().importPath(Path.of("target", "classes"));

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
                .check(APP);
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
                .check(APP);
    }

    @Test
    void onlyThePackagesThatDrawKnowTheCharts() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..charts..", "..training..", "..compare..", "..adversary..", "..landscape..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.smoothbench.viz.chart..")
                .check(APP);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.smoothbench.app.(*)..").should().beFreeOfCycles().check(APP);
    }

    @Test
    void nothingStaticChanges() {
        noFields().that().areStatic().should().notBeFinal().check(APP);
    }
}

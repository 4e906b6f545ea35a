package org.smoothbench.core;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which room may open which door. */
final class ArchitectureTest {

    private static final String CORE = "org.smoothbench.core.";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.smoothbench.core");

    @Test
    void seesTheWholeModule() {
        assertThat(CLASSES.size()).isGreaterThan(80);
        assertThat(CLASSES.contain(CORE + "cli.Main")).isTrue();
    }

    @Test
    void coreKnowsNoWindow() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "javax.swing..", "org.smoothbench.viz..", "org.smoothbench.app..")
                .check(CLASSES);
    }

    @Test
    void onlyComputingPackagesKnowTensors() {
        noClasses()
                .that(not(resideInAnyPackage(
                        CORE + "activation..",
                        CORE + "attack..",
                        CORE + "doctor..",
                        CORE + "engine..",
                        CORE + "evaluation..",
                        CORE + "landscape.compute..",
                        CORE + "model..",
                        CORE + "probe..",
                        CORE + "smoothness..",
                        CORE + "training..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl..")
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"problem", "schema", "experiment", "data", "run"})
    void descriptionsKnowNothingOfTheWork(String room) {
        noClasses()
                .that()
                .resideInAPackage(CORE + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "ai.djl..",
                        CORE + "attack..",
                        CORE + "cli..",
                        CORE + "doctor..",
                        CORE + "engine..",
                        CORE + "evaluation..",
                        CORE + "landscape..",
                        CORE + "launch..",
                        CORE + "model..",
                        CORE + "probe..",
                        CORE + "smoothness..",
                        CORE + "training..")
                .check(CLASSES);
    }

    @Test
    void theComputationKnowsNothingOfProcesses() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        CORE + "activation..",
                        CORE + "attack..",
                        CORE + "engine..",
                        CORE + "evaluation..",
                        CORE + "landscape..",
                        CORE + "model..",
                        CORE + "smoothness..",
                        CORE + "training..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CORE + "launch..", CORE + "cli..", CORE + "doctor..", CORE + "probe..")
                .check(CLASSES);
    }

    @Test
    void nothingDependsOnTheCommandLine() {
        noClasses()
                .that(not(resideInAPackage(CORE + "cli..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CORE + "cli..", "picocli..")
                .check(CLASSES);
    }

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        slices().matching(CORE + "(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching(CORE + "(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheCommandLineSpeaksOnTheStandardStreams() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES.that(not(resideInAPackage(CORE + "cli.."))));
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CLASSES);
    }

    @Test
    void noClassIsNamedAfterNothing() {
        classes()
                .should()
                .haveSimpleNameNotEndingWith("Util")
                .andShould()
                .haveSimpleNameNotEndingWith("Utils")
                .andShould()
                .haveSimpleNameNotEndingWith("Helper")
                .andShould()
                .haveSimpleNameNotEndingWith("Manager")
                .check(CLASSES);
    }

    @Test
    void thereIsNoGlobalState() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
    }

    @Test
    void everyPackageRefusesNull() {
        Set<JavaPackage> packages = CLASSES.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackage)
                .collect(Collectors.toSet());
        assertThat(packages)
                .hasSizeGreaterThan(12)
                .allSatisfy(one -> assertThat(one.isAnnotatedWith(NullMarked.class))
                        .as(one.getName())
                        .isTrue());
    }
}

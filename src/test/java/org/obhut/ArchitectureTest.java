package org.obhut;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInAnyPackage;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.RolesAllowed;
import java.net.URL;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.obhut.platform.Producers;

/** What holds between all classes of the WAR and cannot be seen in one of them. */
@AnalyzeClasses(packages = "org.obhut", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final URL PICTURE = Objects.requireNonNull(ArchitectureTest.class.getResource("/architecture.puml"));

    /** Words that say nothing of counselling or mail. */
    private static final Set<String> EMPTY_WORDS =
            Set.of("Util", "Utils", "Helper", "Manager", "Impl", "Data", "Info", "Service", "Constants");

    @ArchTest
    static final ArchRule DEPENDENCIES_ARE_THOSE_OF_THE_PICTURE =
            classes().should(adhereToPlantUmlDiagram(PICTURE, consideringOnlyDependenciesInAnyPackage("org.obhut..")));

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("org.obhut.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NAMES_ARE_THE_FIELDS_WORDS = noClasses()
            .should()
            .haveNameMatching(".*(" + String.join("|", EMPTY_WORDS) + ")")
            .because("a name says what the thing is");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .that()
            .doNotBelongToAnyOf(Producers.class)
            .should()
            .accessTargetWhere(describe("asks the machine for the time", ArchitectureTest::asksForTheTime));

    @ArchTest
    static final ArchRule RANDOMNESS_COMES_FROM_ONE_SOURCE = noClasses()
            .that()
            .doNotBelongToAnyOf(Producers.class)
            .should()
            .callConstructor(SecureRandom.class)
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule RIGHTS_ARE_CHECKED_BY_THE_BOUNDARY_ITSELF = noClasses()
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .because("on a plain bean the container ignores it in silence");

    private static boolean asksForTheTime(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        boolean now = owner.getPackageName().equals("java.time")
                && access.getName().equals("now")
                && access.getTarget() instanceof com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget method
                && method.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        boolean system = owner.isEquivalentTo(Clock.class) && access.getName().startsWith("system");
        boolean milliseconds =
                owner.isEquivalentTo(System.class) && access.getName().equals("currentTimeMillis");
        return now || system || milliseconds;
    }
}

package io.gatehouse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.gatehouse.house.HouseClock;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;

/** The arrows of the house point one way. */
@AnalyzeClasses(packages = "io.gatehouse", importOptions = ArchitectureTest.OnlyTheProduct.class)
class ArchitectureTest {
    /** Without tests, nor the test bench that comes as a jar. */
    static final class OnlyTheProduct implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/") && !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule mathematicsKnowsNobody = noClasses()
            .that()
            .resideInAPackage("io.gatehouse.fairness..")
            .should()
            .dependOnClassesThat(outsideOf("io.gatehouse.fairness")
                    .and(ours().or(inPackages("org.springframework", "java.sql", "com.vaadin"))))
            .because("verdicts are pure functions that can be used alone");

    @ArchTest
    static final ArchRule tablesAreReducedWithoutTheRegistry = noClasses()
            .that()
            .resideInAPackage("io.gatehouse.scoring..")
            .should()
            .dependOnClassesThat(outsideOf("io.gatehouse.scoring", "io.gatehouse.fairness")
                    .and(ours().or(inPackages("org.springframework", "com.vaadin"))))
            .because("another engine, in another process, must be able to stand in its place");

    @ArchTest
    static final ArchRule theCoreKnowsNoDoor = noClasses()
            .that()
            .resideInAPackage("io.gatehouse..")
            .and()
            .resideOutsideOfPackages("io.gatehouse", "io.gatehouse.portal..", "io.gatehouse.reports..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.gatehouse.portal..",
                    "io.gatehouse.reports..",
                    "com.vaadin..",
                    "jakarta.servlet..",
                    "org.springframework.web..",
                    "org.apache.poi..")
            .because("rules hold whichever door somebody comes through");

    @ArchTest
    static final ArchRule workbooksAreMadeOfReadModels = noClasses()
            .that()
            .resideInAPackage("io.gatehouse.reports..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.gatehouse.portal..",
                    "com.vaadin..",
                    "jakarta.persistence..",
                    "org.springframework..",
                    "java.sql..")
            .because("a workbook and a screen show the same record");

    @ArchTest
    static final ArchRule onlyTheGateMovesAProtectedAlias = noClasses()
            .that()
            .resideOutsideOfPackages("io.gatehouse.promotion..", "io.gatehouse.registry..")
            .should()
            .callMethodWhere(new DescribedPredicate<JavaCall<?>>("Aliases.moveProtected is called") {
                @Override
                public boolean test(JavaCall<?> call) {
                    return call.getName().equals("moveProtected")
                            && call.getTargetOwner().getSimpleName().equals("Aliases");
                }
            })
            .because("a champion is made by an executed promotion request and by nothing else");

    @ArchTest
    static final ArchRule thereIsOneClock = noClasses()
            .that()
            .resideOutsideOfPackage("io.gatehouse.house..")
            .and()
            .resideOutsideOfPackage("io.gatehouse.portal.demo..")
            .should()
            .callMethodWhere(new DescribedPredicate<JavaCall<?>>("the present is taken from elsewhere than the clock") {
                @Override
                public boolean test(JavaCall<?> call) {
                    String owner = call.getTargetOwner().getName();
                    boolean reads = call.getName().equals("now")
                                    && owner.startsWith("java.time")
                                    && call.getTarget().getRawParameterTypes().isEmpty()
                            || owner.equals("java.lang.System")
                                    && call.getName().equals("currentTimeMillis");
                    return reads
                            || owner.equals(Clock.class.getName())
                                    && call.getName().startsWith("system");
                }
            })
            .because("a recording is replayed in its own time, through " + HouseClock.class.getSimpleName());

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields =
            fields().should().notBeAnnotatedWith(Autowired.class).because("a constructor shows what a class needs");

    @ArchTest
    static final ArchRule roomsOfTheCoreFormNoCircle = SlicesRuleDefinition.slices()
            .matching("io.gatehouse.(*)..")
            .should()
            .beFreeOfCycles()
            .because("one room can be understood without the ones that use it");

    @ArchTest
    static final ArchRule screensKnowNoProvider = noClasses()
            .that()
            .resideOutsideOfPackage("io.gatehouse.portal.oidc..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.gatehouse.portal.oidc..")
            .because("another way in is one more room, and no change of those that are there");

    @ArchTest
    static final ArchRule roomsOfTheMathematicsFormNoCircle = SlicesRuleDefinition.slices()
            .matching("io.gatehouse.fairness.(*)..")
            .should()
            .beFreeOfCycles()
            .because("an interval does not know what it is judged for");

    @ArchTest
    static final ArchRule controllersAreReachedOverHttpAlone = classes()
            .that()
            .haveSimpleNameEndingWith("Controller")
            .and()
            .areNotAnnotations()
            .should()
            .bePackagePrivate()
            .because("a controller is reached over HTTP alone");

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass> ours() {
        return inPackages("io.gatehouse");
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass> inPackages(String... roots) {
        return DescribedPredicate.describe(
                "in " + String.join(", ", roots),
                type -> java.util.Arrays.stream(roots)
                        .anyMatch(root -> type.getPackageName().equals(root)
                                || type.getPackageName().startsWith(root + ".")));
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass> outsideOf(String... roots) {
        return DescribedPredicate.not(inPackages(roots));
    }
}

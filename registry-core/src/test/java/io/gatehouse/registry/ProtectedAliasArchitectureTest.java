package io.gatehouse.registry;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.gatehouse", importOptions = ImportOption.DoNotIncludeTests.class)
class ProtectedAliasArchitectureTest {
    @ArchTest
    static final ArchRule ONLY_PROMOTION_MOVES_A_PROTECTED_ALIAS = noClasses()
            .that()
            .resideOutsideOfPackage("io.gatehouse.promotion..")
            .should()
            .callMethodWhere(describe(
                    "Aliases.moveProtected is called",
                    (JavaMethodCall call) -> call.getTarget().getOwner().isEquivalentTo(Aliases.class)
                            && call.getTarget().getName().equals("moveProtected")))
            .because("a champion changes by the execution of an approved promotion request and in no other way");

    @ArchTest
    static final ArchRule ONLY_A_ROLLBACK_PUTS_A_CHAMPION_BACK = noClasses()
            .that()
            .resideOutsideOfPackage("io.gatehouse.rollback..")
            .should()
            .callMethodWhere(describe(
                    "Aliases.rollBack is called",
                    (JavaMethodCall call) -> call.getTarget().getOwner().isEquivalentTo(Aliases.class)
                            && call.getTarget().getName().equals("rollBack")))
            .because(
                    "it leads back to a version that was approved once, and its case stays open until somebody else closes it");
}

package arcade.till;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may import whom inside the till. */
@AnalyzeClasses(packages = "arcade.till", importOptions = DoNotIncludeTests.class)
class PackagesOfTheTillTest {
    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("arcade.till.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theRulesKnowNeitherDatabaseNorGateway = noClasses()
            .that()
            .resideInAnyPackage("arcade.till.payment..", "arcade.till.refund..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "java.net..", "com.stripe..", "jakarta..");

    @ArchTest
    static final ArchRule onlyTheGatewaySpeaksItsLanguage = noClasses()
            .that()
            .resideOutsideOfPackage("arcade.till.gateway..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.stripe..");

    @ArchTest
    static final ArchRule theGatewayKnowsNoDatabase = noClasses()
            .that()
            .resideInAPackage("arcade.till.gateway..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "arcade.till.book..", "arcade.till.lease..");

    @ArchTest
    static final ArchRule nothingBelowKnowsTheKeeper = noClasses()
            .that()
            .resideInAPackage("arcade.till.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("arcade.till");
}

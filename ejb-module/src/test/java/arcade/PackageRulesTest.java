package arcade;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may import whom inside the shop. */
@AnalyzeClasses(packages = "arcade", importOptions = DoNotIncludeTests.class)
class PackageRulesTest {
    @ArchTest
    static final ArchRule featuresFormNoCycle =
            slices().matching("arcade.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule sharedImportsJavaOnly = classes()
            .that()
            .resideInAPackage("arcade.shared..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "jakarta.persistence..", "arcade.shared..");

    @ArchTest
    static final ArchRule theDatabaseKnowsNoFeature = classes()
            .that()
            .resideInAPackage("arcade.database..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "javax.sql..", "jakarta..", "org.eclipse.microprofile..", "arcade.database..");

    @ArchTest
    static final ArchRule paymentKnowsNoOrder = noClasses()
            .that()
            .resideInAPackage("arcade.payment..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("arcade.ordering..");

    @ArchTest
    static final ArchRule whatAStoreShowsKnowsNoTrade = noClasses()
            .that()
            .resideInAnyPackage("arcade.store..", "arcade.catalog..", "arcade.promotion..", "arcade.media..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "arcade.cart..",
                    "arcade.stock..",
                    "arcade.ordering..",
                    "arcade.payment..",
                    "arcade.ledger..",
                    "arcade.customer..");

    @ArchTest
    static final ArchRule theShopKnowsNeitherWebNorTill = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "arcade.web..", "arcade.till..", "jakarta.servlet..", "jakarta.faces..", "jakarta.ws.rs..");
}

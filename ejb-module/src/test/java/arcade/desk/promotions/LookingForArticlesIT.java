package arcade.desk.promotions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.catalog.importing.ImportOptions;
import arcade.catalog.importing.Posted;
import arcade.catalog.importing.PreparedImport;
import arcade.catalog.importing.ProductImport;
import arcade.desk.promotions.PromotionTrial.Match;
import arcade.store.Revisions;
import arcade.store.Store;
import arcade.testing.DomainRelease;
import arcade.testing.Shopfloor;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Articles that a shopkeeper names in a rule or in the sample cart beside it. */
@ExtendWith(ArquillianExtension.class)
class LookingForArticlesIT {
    private static final String HEADER =
            "Handle,Title,Type,Option1 Name,Option1 Value,Variant SKU,Variant Price,Published";

    @Inject
    private PromotionTrial trial;

    @Inject
    private PromotionDesk desk;

    @Inject
    private ProductImport imports;

    @Inject
    private Revisions revisions;

    @Inject
    private Shopfloor floor;

    private Store store;

    @Deployment
    static WebArchive release() {
        return DomainRelease.war();
    }

    @BeforeEach
    void twoShops() throws IOException {
        store = floor.openStore();
        bring(
                store,
                "mug,Stoneware Mug,Cups,Colour,Sage,ST-2,18,",
                "mug,,,,Oat,ST-1,18,",
                "glass,Glass,Cups,,,cup,7,",
                "cup,Große Tasse,Cups,,,T1,9,",
                "hidden,Hidden Bowl,Cups,,,BOWL,9,false");
        bring(floor.openStore(), "jug,Blue Jug,Cups,,,JUG,30,");
    }

    @Test
    void aSkuIsFoundByItsBeginning() {
        assertEquals(
                List.of(new Match("ST-1", "Stoneware Mug · Oat"), new Match("ST-2", "Stoneware Mug · Sage")),
                trial.find(store, "ST-"));
        assertEquals(List.of("T1"), skus("T1"));
    }

    @Test
    void theOneOfExactlyThisSkuComesFirstAndNoneTwice() throws IOException {
        bring(store, "t10,T1 Ten,Cups,,,T10,9,");

        assertEquals(List.of("T1", "T10"), skus("T1"));
    }

    @Test
    void aTitleIsFoundByAnyOfItsWordsAndByTheMiddleOfOne() {
        assertEquals(List.of("ST-2", "ST-1"), skus("mug stoneware"));
        assertEquals(List.of("ST-2", "ST-1"), skus("tonewar"));
        assertEquals(List.of("T1"), skus("Große"));
    }

    @Test
    void thereAreTwentyAtMost() throws IOException {
        bring(
                store,
                IntStream.range(10, 35)
                        .mapToObj(n -> "p" + n + ",Plate,Plates,,,PL" + n + ",9,")
                        .toArray(String[]::new));

        assertEquals(20, skus("PL").size());
        assertEquals("PL10", skus("PL").get(0));
        assertEquals(20, skus("plate").size());
    }

    @Test
    void whatIsNotForSaleHereIsNotFound() {
        for (String words : List.of("JUG", "blue", "jug", "BOWL", "hidden", "%", "_", "\\")) {
            assertEquals(List.of(), skus(words), words);
        }
    }

    @Test
    void aRuleNamesAProductByItsHandleOrElseByASku() {
        assertEquals(Optional.of("mug"), desk.product(store, "mug"));
        assertEquals(Optional.of("mug"), desk.product(store, "ST-1"));
        assertEquals(Optional.of("cup"), desk.product(store, "cup"), "the handle, not the glass of that SKU");
        for (String words : List.of("jug", "JUG", "ST-", "m%", "Große", "")) {
            assertEquals(Optional.empty(), desk.product(store, words), words);
        }
    }

    private List<String> skus(String words) {
        return trial.find(store, words).stream().map(Match::sku).toList();
    }

    private void bring(Store shop, String... rows) throws IOException {
        try (PreparedImport prepared = imports.prepare(
                shop, Posted.products(HEADER, String.join("\n", rows)).csv(), new ImportOptions(false, false))) {
            assertEquals(List.of(), prepared.run((done, total) -> {}).rejected());
        }
        revisions.refresh();
    }
}

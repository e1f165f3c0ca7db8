package arcade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.catalog.CardQuery;
import arcade.catalog.Catalog;
import arcade.promotion.Tariffs;
import arcade.shared.Money;
import arcade.store.Store;
import arcade.store.StoreSetup;
import arcade.store.Stores;
import arcade.testing.TestRelease;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class ShopIT {
    @Deployment
    static WebArchive release() {
        return TestRelease.ofTheShop().war();
    }

    @Inject
    private Stores stores;

    @Inject
    private Catalog catalog;

    @Inject
    private Tariffs tariffs;

    @Test
    void storeByHost() {
        stores.put(new StoreSetup(
                "one",
                "One",
                "",
                Currency.getInstance("EUR"),
                Locale.ENGLISH,
                "DE",
                "arcade",
                List.of("one.localhost"),
                List.of(),
                List.of(new StoreSetup.ShippingRate("DE", Money.of(490, "EUR"), Optional.empty())),
                Map.of("DE", 1900)));
        Store store = stores.byHost("one.localhost:8080").orElseThrow();
        assertEquals("one", store.code());
        assertEquals(List.of("DE"), tariffs.of(store).countries());
        assertTrue(catalog.categories(store).isEmpty());
        assertEquals(0, catalog.cards(store, CardQuery.search("ocean sh")).total());
        assertEquals(0, catalog.cards(store, CardQuery.search("oceanic shi")).total());
        assertTrue(catalog.product(store, "x").isEmpty());
    }
}

package arcade.web.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.invoicing.Seller;
import arcade.shared.Money;
import arcade.store.StoreSetup;
import arcade.store.StoreSetup.ShippingRate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreDocumentTest {
    private static final String STORE = """
            {"code": "arcade", "name": "Arcade", "currency": "EUR", "locale": "en-IE", "country": "DE", "look": "arcade",
             "domains": ["arcade.localhost", "shop.localhost"],
             "categories": [{"handle": "kitchen", "title": "Kitchen"}],
             "shipping": [{"country": "DE", "amountMinor": 490, "freeFromMinor": 6000},
                          {"country": "AT", "amountMinor": 690, "freeFromMinor": null}],
             "taxPercent": {"DE": 19, "CH": 8.1}}""";

    @Test
    void aStoreIsReadWhole() {
        StoreSetup setup = StoreDocument.setup("arcade", STORE);

        assertEquals(Locale.forLanguageTag("en-IE"), setup.locale());
        assertEquals(List.of("arcade.localhost", "shop.localhost"), setup.domains());
        assertEquals(
                List.of(
                        new ShippingRate("DE", Money.of(490, "EUR"), Optional.of(Money.of(6000, "EUR"))),
                        new ShippingRate("AT", Money.of(690, "EUR"), Optional.empty())),
                setup.shipping());
        assertEquals(Map.of("DE", 1900, "CH", 810), setup.taxBasisPoints());
    }

    @Test
    void whoSellsMayStandInIt() {
        String seller = "{\"name\": \"Ada Ltd\", \"address\": [\"1 Mill Lane\", \"Dublin\"], \"taxNumber\": \"IE1\"}";

        assertEquals(Optional.empty(), StoreDocument.seller(STORE));
        assertEquals(
                Optional.of(new Seller("Ada Ltd", List.of("1 Mill Lane", "Dublin"), "IE1")),
                StoreDocument.seller("{\"seller\": " + seller + "}"));
        for (String wrong :
                List.of("null", "7", "{}", seller.replace("\"Ada Ltd\"", "\" \""), seller.replace("[", "[7,"))) {
            assertThrows(
                    IllegalArgumentException.class, () -> StoreDocument.seller("{\"seller\": " + wrong + "}"), wrong);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"name\": \"Arcade\"|\"name\": 7|name: ",
                "\"currency\": \"EUR\"|\"currency\": \"EURO\"|currency: ",
                "\"currency\": \"EUR\"|\"currency\": \"XXX\"|currency: ",
                "\"country\": \"DE\", \"look\"|\"country\": \"Germany\", \"look\"|country: ",
                "[\"arcade.localhost\", \"shop.localhost\"]|\"arcade.localhost\"|domains: ",
                "\"shop.localhost\"|17|domains: ",
                "490|4.90|amountMinor: ",
                "490|\"490\"|amountMinor: ",
                "490|-1|shipping: ",
                "8.1|8.123|taxPercent: ",
                "8.1|101|taxPercent: ",
                "\"code\": \"arcade\"|\"code\": \"garden\"|code: ",
                "\"taxPercent\"|taxPercent|the document is no JSON object: "
            })
    void aRefusalNamesItsField(String right, String wrong, String start) {
        String document = STORE.replace(right, wrong);

        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> StoreDocument.setup("arcade", document));

        assertTrue(refused.getMessage().startsWith(start.strip()), refused.getMessage());
    }
}

package arcade.web.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.invoicing.Seller;
import arcade.shared.Money;
import arcade.store.Accent;
import arcade.store.Family;
import arcade.store.StoreSetup;
import arcade.store.StoreSetup.Dispatch;
import arcade.store.StoreSetup.ShippingRate;
import arcade.store.StoreSetup.Transit;
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
                        new ShippingRate(
                                "DE", Money.of(490, "EUR"), Optional.of(Money.of(6000, "EUR")), Optional.empty()),
                        new ShippingRate("AT", Money.of(690, "EUR"), Optional.empty(), Optional.empty())),
                setup.shipping());
        assertEquals(Map.of("DE", 1900, "CH", 810), setup.taxBasisPoints());
    }

    @Test
    void aStoreMayHaveSistersAndAColour() {
        StoreSetup alone = StoreDocument.setup("arcade", STORE);
        StoreSetup sister = StoreDocument.setup(
                "arcade",
                STORE.replaceFirst(
                        "\\{",
                        "{\"owner\": \"ada\", \"accent\": \"#0B3D91\", \"offered\": {\"shop.localhost\": \"The shop\"},"));

        assertEquals(Family.ALONE, alone.family());
        assertEquals(Optional.empty(), alone.accent());
        assertEquals(new Family("ada", Map.of("shop.localhost", "The shop")), sister.family());
        assertEquals(Optional.of(new Accent("#0b3d91")), sister.accent());
    }

    @Test
    void howLongItTakesMayStandInIt() {
        StoreSetup setup = StoreDocument.setup(
                "arcade",
                STORE.replace(
                                "\"amountMinor\": 490,",
                                "\"amountMinor\": 490, \"transitDays\": {\"least\": 1, \"most\": 3},")
                        .replace(
                                "\"taxPercent\"",
                                "\"dispatch\": {\"timeZone\": \"Europe/Berlin\", \"cutOff\": \"14:00\", \"handlingDays\": 1},"
                                        + " \"taxPercent\""));

        assertEquals(Optional.of(new Transit(1, 3)), setup.shipping().get(0).transit());
        assertEquals(Optional.empty(), setup.shipping().get(1).transit());
        assertEquals(Optional.of(Dispatch.of("Europe/Berlin", "14:00", 1)), setup.dispatch());
        assertEquals(Optional.empty(), StoreDocument.setup("arcade", STORE).dispatch());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "dispatch | {\"timeZone\": \"Berlin\", \"cutOff\": \"14:00\", \"handlingDays\": 1}",
                "dispatch | {\"timeZone\": \"Europe/Berlin\", \"cutOff\": \"2 pm\", \"handlingDays\": 1}",
                "dispatch | {\"timeZone\": \"Europe/Berlin\", \"cutOff\": \"14:00\", \"handlingDays\": -1}",
                "handlingDays | {\"timeZone\": \"Europe/Berlin\", \"cutOff\": \"14:00\"}",
                "dispatch | 7",
            })
    void aTimeThatIsNoneIsRefused(String field, String dispatch) {
        String document = STORE.replace("\"taxPercent\"", "\"dispatch\": " + dispatch + ", \"taxPercent\"");

        String said = assertThrows(IllegalArgumentException.class, () -> StoreDocument.setup("arcade", document))
                .getMessage();

        assertTrue(said.startsWith(field + ": "), said);
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

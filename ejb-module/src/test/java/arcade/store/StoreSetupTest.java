package arcade.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.shared.Money;
import arcade.store.StoreSetup.CategorySetup;
import arcade.store.StoreSetup.ShippingRate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreSetupTest {
    @Test
    void aStoreHasSeveralHosts() {
        assertEquals(
                2, with("arcade", List.of("a.example", "b.example")).domains().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Arcade", "1st", "a b", "../a", "a.b"})
    void aCodeIsOnePlainWord(String code) {
        refused("code: ", () -> with(code, List.of("a.example")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "A.example", "a.example:8080", "-a.example", "a..example", "a_b.example", "http://a.example"
            })
    void aHostIsALowerCaseNameWithoutPort(String host) {
        refused("domains: ", () -> with("arcade", List.of(host)));
    }

    @Test
    void theSameHostTwiceIsAMistake() {
        refused("domains: ", () -> with("arcade", List.of("a.example", "a.example")));
    }

    @Test
    void countriesAreThoseOfIso3166() {
        refused("shipping: ", () -> new ShippingRate("XX", Money.of(1, "EUR"), Optional.empty(), Optional.empty()));
        refused("shipping: ", () -> new ShippingRate("DE", Money.of(-1, "EUR"), Optional.empty(), Optional.empty()));
        refused("taxPercent: ", () -> setup(Locale.ENGLISH, List.of(), Map.of("EU", 1900)));
    }

    @Test
    void shippingIsPaidInTheStoresCurrency() {
        List<ShippingRate> pounds =
                List.of(new ShippingRate("GB", Money.of(1, "GBP"), Optional.empty(), Optional.empty()));
        refused("shipping: ", () -> setup(Locale.ENGLISH, pounds, Map.of()));
    }

    @Test
    void aLocaleNamesALanguage() {
        refused("locale: ", () -> setup(Locale.forLanguageTag("qq-DE"), List.of(), Map.of()));
        refused("locale: ", () -> setup(Locale.ROOT, List.of(), Map.of()));
    }

    @Test
    void aCategorysHandleCanStandInAnAddress() {
        refused("categories: ", () -> new CategorySetup("Kitchen & Table", "Kitchen", ""));
    }

    @Test
    void whatIsOfferedIsANameOfTheStore() {
        Family family = new Family("ada", Map.of("b.example", "Elsewhere"));

        refused(
                "domains: ",
                () -> new StoreSetup(
                        "a",
                        "A",
                        "",
                        euro(),
                        Locale.ENGLISH,
                        "DE",
                        "arcade",
                        List.of("a.example"),
                        List.of(),
                        List.of(),
                        Map.of(),
                        Optional.empty(),
                        family,
                        Optional.empty()));
        refused("domains: ", () -> new Family("ada", Map.of("b.example", " ")));
        refused("owner: ", () -> new Family("Ada & Sons", Map.of()));
    }

    private static StoreSetup with(String code, List<String> hosts) {
        return new StoreSetup(
                code,
                "A",
                "",
                euro(),
                Locale.ENGLISH,
                "DE",
                "arcade",
                hosts,
                List.of(),
                List.of(),
                Map.of(),
                Optional.empty(),
                Family.ALONE,
                Optional.empty());
    }

    private static StoreSetup setup(Locale locale, List<ShippingRate> shipping, Map<String, Integer> taxes) {
        return new StoreSetup(
                "a",
                "A",
                "",
                euro(),
                locale,
                "DE",
                "arcade",
                List.of(),
                List.of(),
                shipping,
                taxes,
                Optional.empty(),
                Family.ALONE,
                Optional.empty());
    }

    private static Currency euro() {
        return Currency.getInstance("EUR");
    }

    private static void refused(String start, Runnable wrong) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, wrong::run);
        assertTrue(refusal.getMessage().startsWith(start), refusal.getMessage());
    }
}

package arcade.testing;

import arcade.shared.Money;
import arcade.store.Family;
import arcade.store.StoreSetup;
import arcade.store.StoreSetup.ShippingRate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Stores for tests: each test makes its own by a code of its own, found at {@code <code>.localhost}. */
public final class TestStores {
    private TestStores() {}

    public static StoreSetup setup(String code, String currency) {
        return setup(code, currency, List.of(code + ".localhost", "www." + code + ".localhost"));
    }

    /** Ships to Germany for 4.90, free from 60.00, and to Austria for 6.90; 19 and 20 percent of tax. */
    public static StoreSetup setup(String code, String currency, List<String> hosts) {
        return new StoreSetup(
                code,
                "The " + code,
                "",
                Currency.getInstance(currency),
                Locale.forLanguageTag("en-IE"),
                "DE",
                "arcade",
                hosts,
                List.of(),
                List.of(
                        new ShippingRate("AT", Money.of(690, currency), Optional.empty(), Optional.empty()),
                        new ShippingRate(
                                "DE",
                                Money.of(490, currency),
                                Optional.of(Money.of(6000, currency)),
                                Optional.empty())),
                Map.of("DE", 1900, "AT", 2000),
                Optional.empty(),
                Family.ALONE,
                Optional.empty());
    }
}

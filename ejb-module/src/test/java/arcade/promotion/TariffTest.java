package arcade.promotion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.shared.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TariffTest {
    private final Tariff tariff = new Tariff(
            "DE",
            List.of("DE", "AT"),
            Map.of(
                    "DE", new Tariff.Rate(euro(490), Optional.of(euro(6000)), Optional.empty()),
                    "AT", new Tariff.Rate(euro(690), Optional.empty(), Optional.empty())),
            Map.of("DE", 1900, "AT", 2000, "CH", 0),
            Optional.empty());

    @Test
    void shippingIsFreeFromItsLimitOn() {
        assertEquals(Optional.of(euro(490)), tariff.shipping("DE", euro(5999)));
        assertEquals(Optional.of(euro(0)), tariff.shipping("DE", euro(6000)));
        assertEquals(Optional.of(euro(690)), tariff.shipping("AT", euro(1_000_000)));
    }

    @Test
    void aCountryWithoutARateIsNotShippedTo() {
        assertEquals(Optional.empty(), tariff.shipping("US", euro(100)));
    }

    @Test
    void theTaxIsThePartOfThePriceThatIsTax() {
        assertEquals(euro(1900), tariff.taxIncluded("DE", euro(11900)));
        assertEquals(euro(3), tariff.taxIncluded("AT", euro(15)), "2.5 is rounded up");
        assertEquals(euro(0), tariff.taxIncluded("CH", euro(100)));
        assertEquals(euro(0), tariff.taxIncluded("US", euro(100)));
    }

    @Test
    void theTaxOfTheLargestAmountsDoesNotOverflow() {
        assertEquals(euro(Long.MAX_VALUE / 6), tariff.taxIncluded("AT", euro(Long.MAX_VALUE / 6 * 6)));
    }

    private static Money euro(long cents) {
        return Money.of(cents, "EUR");
    }
}

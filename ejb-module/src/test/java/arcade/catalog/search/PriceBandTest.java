package arcade.catalog.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceBandTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1",
        "1, 1, 2",
        "4, 2, 5",
        "5, 5, 10",
        "999, 500, 1000",
        "1000, 1000, 2000",
        "9223372036854775807, 500000000000000000, 1000000000000000000"
    })
    void aPriceLiesInOneBand(long price, long from, long below) {
        assertEquals(new PriceBand(from, below), PriceBand.of(price));
    }

    @Test
    void aNegativePriceLiesInNone() {
        assertThrows(IllegalArgumentException.class, () -> PriceBand.of(-1));
    }

    @Test
    void aBandIsNamedByWhereItBegins() {
        assertEquals(Optional.of(new PriceBand(2000, 5000)), PriceBand.named("2000"));
        assertEquals("2000", PriceBand.of(2500).name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2001", "-1", "x", "99999999999999999999", "1e3"})
    void whatIsTypedIntoAnAddressNamesNone(String typed) {
        assertEquals(Optional.empty(), PriceBand.named(typed));
    }
}

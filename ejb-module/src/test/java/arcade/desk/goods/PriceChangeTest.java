package arcade.desk.goods;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceChangeTest {
    private static final GoodsQuery ALL = new GoodsQuery("", "arcade");

    @ParameterizedTest
    @CsvSource({
        "1250, -10, 1, 0, 1125",
        "1255, -10, 1, 0, 1130",
        "1250, 2.5, 1, 0, 1281",
        "1250, -10, 5, 0, 1125",
        "1250, -10, 50, 0, 1150",
        "1250, -10, 100, 1, 1099",
        "1250, 10, 100, 10, 1390",
        "1, -90, 1, 0, 1",
        "40, -50, 100, 1, 1",
        "0, 500, 100, 1, 0"
    })
    void percentThenRoundingThenWhatIsTakenOff(long minor, String percent, long step, long less, long expected) {
        assertEquals(expected, new PriceChange(ALL, new BigDecimal(percent), step, less).of(minor));
    }

    @Test
    void noPriceBecomesDearerThanAPriceMayBe() {
        PriceChange sixfold = new PriceChange(ALL, BigDecimal.valueOf(500), 100, 1);

        assertEquals(99_999_999_999L, sixfold.of(16_666_666_666L));
        assertThrows(PriceChange.TooDear.class, () -> sixfold.of(16_666_666_700L));
        assertThrows(PriceChange.TooDear.class, () -> sixfold.of(Long.MAX_VALUE));
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        refused("percent", "-90.01", 1, 0);
        refused("percent", "500.01", 1, 0);
        refused("percent", "1.234", 1, 0);
        refused("step", "1", 0, 0);
        refused("step", "1", 100, 100);
        assertEquals(
                "store",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new PriceChange(new GoodsQuery("", ""), BigDecimal.ONE, 1, 0))
                        .getMessage());
    }

    private static void refused(String what, String percent, long step, long less) {
        assertEquals(
                what,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new PriceChange(ALL, new BigDecimal(percent), step, less))
                        .getMessage());
    }
}

package arcade.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTest {

    @ParameterizedTest
    @CsvSource({
        "1800, 330, ML, 1, L, 5455",
        "1800, 330, ML, 100, ML, 545",
        "999, 0.25, KG, 1, KG, 3996",
        "100, 3, M, 1, M, 33",
        "50, 1, M2, 1, M2, 50",
        "1, 2, G, 1, G, 1"
    })
    void thePriceIsThatOfTheBase(
            long price, BigDecimal amount, MeasureUnit unit, BigDecimal baseAmount, MeasureUnit base, long perBase) {
        assertEquals(perBase, new Content(amount, unit, baseAmount, base).perBase(price));
    }

    @Test
    void noKindIsComparedByAnother() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Content(BigDecimal.ONE, MeasureUnit.ML, BigDecimal.ONE, MeasureUnit.KG));
    }

    @Test
    void nothingIsNoContent() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Content(BigDecimal.ZERO, MeasureUnit.ML, BigDecimal.ONE, MeasureUnit.L));
    }
}

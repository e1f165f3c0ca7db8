package arcade.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Currency;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MoneyTextTest {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Currency YEN = Currency.getInstance("JPY");

    @Test
    void pointAndCommaMeanTheSame() {
        assertEquals(1250, MoneyText.minor("12.50", EURO));
        assertEquals(1250, MoneyText.minor("12,5", EURO));
        assertEquals(1200, MoneyText.minor("12", EURO));
        assertEquals(12, MoneyText.minor("12", YEN));
        assertEquals("12.50", MoneyText.of(1250, EURO));
        assertEquals(OptionalLong.empty(), MoneyText.optionalMinor("", EURO));
    }

    @Test
    void whatMayMeanTwoThingsIsRefused() {
        for (String text : new String[] {"1.250,00", "1,250.00", "12.345", "-1", "", "1e3", "12 50", "12.", "\u0661"}) {
            assertThrows(IllegalArgumentException.class, () -> MoneyText.minor(text, EURO), text);
        }
        assertThrows(IllegalArgumentException.class, () -> MoneyText.minor("12.5", YEN));
    }
}

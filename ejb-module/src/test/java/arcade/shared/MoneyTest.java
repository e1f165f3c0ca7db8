package arcade.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class MoneyTest {
    @Test
    void addsAndMultipliesInMinorUnits() {
        assertEquals(Money.of(3_750, "EUR"), Money.of(1_250, "EUR").times(3));
        assertEquals(Money.of(1_500, "EUR"), Money.of(1_250, "EUR").plus(Money.of(250, "EUR")));
    }

    @Test
    void neverMixesCurrencies() {
        assertThrows(IllegalArgumentException.class, () -> Money.of(1, "EUR").plus(Money.of(1, "GBP")));
    }

    @Test
    void neverOverflowsSilently() {
        assertThrows(
                ArithmeticException.class, () -> Money.of(Long.MAX_VALUE, "EUR").plus(Money.of(1, "EUR")));
    }

    @Test
    void isWrittenAsTheLocaleAndTheCurrencyWantIt() {
        assertEquals("£12.50", Money.of(1_250, "GBP").format(Locale.UK));
        assertEquals("12,50\u00a0€", Money.of(1_250, "EUR").format(Locale.GERMANY));
        assertEquals("¥1,250", Money.of(1_250, "JPY").format(Locale.US));
    }
}

package arcade.web.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.promotion.DeliveryPromise;
import arcade.shared.Wording;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryPromisesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-IE | 2026-11-24 | 2026-11-26 | At your door Tue 24 – Thu 26 Nov",
                "en-IE | 2026-11-30 | 2026-12-02 | At your door Mon 30 Nov – Wed 2 Dec",
                "en-IE | 2026-11-24 | 2026-11-24 | At your door Tue 24 Nov",
                "de-DE | 2026-11-24 | 2026-11-26 | Bei Ihnen Di., 24. – Do., 26. Nov.",
                "de-DE | 2026-12-31 | 2027-01-04 | Bei Ihnen Do., 31. Dez. – Mo., 4. Jan.",
            })
    void daysAreSaidAsTheStoresLanguageSaysThem(String locale, LocalDate first, LocalDate last, String said) {
        Wording words = new Wording(Words.class, "words", Locale.forLanguageTag(locale));

        assertEquals(said, DeliveryPromises.text(words, new DeliveryPromise(first, last)));
    }
}

package arcade.web.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.shared.Wording;
import arcade.web.store.Words;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AvailabilityTest {
    private static final Wording WORDS = new Wording(Words.class, "words", Locale.ENGLISH);

    @Test
    void piecesThatAreNotCountedAreAlwaysForSale() {
        assertTrue(Availability.of(WORDS, OptionalLong.empty()).buyable());
    }

    @Test
    void theLastPiecesAreCounted() {
        assertEquals(
                "Only 3 left, ready to send",
                Availability.of(WORDS, OptionalLong.of(3)).text());
        assertEquals("in", Availability.of(WORDS, OptionalLong.of(6)).style());
    }

    @Test
    void nothingLeftCannotBeBought() {
        assertFalse(Availability.of(WORDS, OptionalLong.of(0)).buyable());
    }
}

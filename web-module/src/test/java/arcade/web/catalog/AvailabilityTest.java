package arcade.web.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AvailabilityTest {

    @Test
    void piecesThatAreNotCountedAreAlwaysForSale() {
        assertTrue(Availability.of(OptionalLong.empty()).buyable());
    }

    @Test
    void theLastPiecesAreCounted() {
        assertEquals(
                "Only 3 left, ready to send",
                Availability.of(OptionalLong.of(3)).text());
        assertEquals("in", Availability.of(OptionalLong.of(6)).style());
    }

    @Test
    void nothingLeftCannotBeBought() {
        assertFalse(Availability.of(OptionalLong.of(0)).buyable());
    }
}

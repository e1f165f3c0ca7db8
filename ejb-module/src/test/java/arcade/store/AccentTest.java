package arcade.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A colour that a shopkeeper chose can be read on every page. */
class AccentTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#fff", "#GG0000", "ad4326", "#ad43260", "#ad4326;}", "url(x)"})
    void onlyAColourIsOne(String typed) {
        assertThrows(IllegalArgumentException.class, () -> Accent.typed(typed));
        assertFalse(Accent.isAccent(typed));
    }

    @Test
    void whatIsTooLightIsRefusedAndOneThatWouldDoIsNamed() {
        String refusal = assertThrows(IllegalArgumentException.class, () -> Accent.typed("#ffcc00"))
                .getMessage();

        assertTrue(refusal.startsWith("accent: #ffcc00 has a contrast of 1.3 to the page, 4.5 are needed; #"), refusal);
        String better = refusal.replaceAll(".*(#[0-9a-f]{6}) would do", "$1");
        assertTrue(Accent.isAccent(better), better);
        assertFalse(Accent.isAccent("#ffcc00"));
    }

    /** #757575 has 4.61 to white and 4.08 to the ground; reckoned by hand with the formula of WCAG 2.2. */
    @Test
    void theGroundOfTheLooksCountsNotWhite() {
        assertFalse(Accent.isAccent("#757575"));
        assertTrue(Accent.isAccent("#6b6b6b"));
    }

    @Test
    void onADarkPageItIsLighter() {
        Accent navy = Accent.typed(" #0B3D91 ");

        assertEquals("#0b3d91", navy.colour());
        assertEquals("#093072", navy.strong());
        assertTrue(Integer.parseInt(navy.onDark().substring(1, 3), 16) > 0x60, navy.onDark());
        assertTrue(Integer.parseInt(navy.strongOnDark().substring(1, 3), 16)
                > Integer.parseInt(navy.onDark().substring(1, 3), 16));
    }

    @Test
    void blackBecomesLightAndIsStillReckoned() {
        assertEquals("#000000", Accent.typed("#000000").strong());
        assertTrue(Accent.typed("#000000").onDark().compareTo("#808080") > 0);
    }
}

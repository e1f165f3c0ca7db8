package arcade.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import arcade.shared.Token;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final Ticket TICKET =
            new Ticket(Token.random(), Instant.parse("2026-11-21T12:00:00Z"), "shop.example");

    private final Seal seal = new Seal(key(1));

    @Test
    void whatWasWrittenIsReadByEveryNodeWithTheKey() {
        assertEquals(Optional.of(TICKET), new Seal(key(1)).read(seal.write(TICKET)));
        assertEquals(Optional.empty(), new Seal(key(2)).read(seal.write(TICKET)));
    }

    @Test
    void noLetterOfItMayBeAnother() {
        String written = seal.write(TICKET);
        for (int at = 0; at < written.length(); at++) {
            // The last letter of 43 carries four bits only: a neighbour could mean the same bytes.
            char other = written.charAt(at) == '7' ? '8' : '7';
            String changed = written.substring(0, at) + other + written.substring(at + 1);

            assertEquals(Optional.empty(), seal.read(changed), changed);
        }
    }

    @Test
    void whatIsNoTicketIsNone() {
        for (String text : new String[] {
            "", "~~~", "x", seal.write(TICKET) + "x", seal.write(TICKET).replace('~', '.')
        }) {
            assertEquals(Optional.empty(), seal.read(text), text);
        }
    }

    @Test
    void aShortKeyIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Seal(new byte[31]));
    }

    private static byte[] key(int fill) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, (byte) fill);
        return key;
    }
}

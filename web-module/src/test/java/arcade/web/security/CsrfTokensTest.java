package arcade.web.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CsrfTokensTest {
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes();
    private final CsrfTokens tokens = new CsrfTokens(KEY);

    @Test
    void everyNodeWithTheKeyAcceptsTheToken() {
        String token = tokens.of("session-1");

        assertTrue(new CsrfTokens(KEY.clone()).matches(token, "session-1"));
        assertEquals(token, tokens.of("session-1"));
    }

    @Test
    void aTokenOfAnotherSessionIsRefused() {
        assertFalse(tokens.matches(tokens.of("session-2"), "session-1"));
    }

    @Test
    void aTokenMadeWithAnotherKeyIsRefused() {
        CsrfTokens foreign = new CsrfTokens("another key that is long enough!".getBytes());

        assertFalse(tokens.matches(foreign.of("session-1"), "session-1"));
    }

    @Test
    void aBrokenEmptyOrMissingTokenIsRefused() {
        String token = tokens.of("session-1");

        assertFalse(tokens.matches(token.substring(1), "session-1"));
        assertFalse(tokens.matches("", "session-1"));
        assertFalse(tokens.matches(null, "session-1"));
    }

    @Test
    void aShortKeyStopsTheNode() {
        assertThrows(IllegalArgumentException.class, () -> new CsrfTokens(new byte[31]));
    }
}

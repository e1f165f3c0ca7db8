package arcade.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.customer.Wrong.Reason;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoosingAPasswordTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "zinc heron borrows a ladder",
                "Zwölf Boxkämpfer jagen",
                "a-Q7.k2+vv9",
                "пароль для магазина",
                "mug for the office"
            })
    void whatIsLongAndOnesOwnIsTaken(String password) {
        assertEquals(Optional.empty(), weakness(password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password123",
                "Passwort2026!",
                "1234567890",
                "12345678910",
                "qwertzuiop12",
                "aaaaaaaaaaaa",
                "abababababab",
                "ann.example@shop.org",
                "ann.example1",
                "Willkommen2026",
                "lovelace1815",
                "Mailcreated5240",
                "Liverpool1",
                "1qaz2wsx3edc",
                "manchesterunited",
                "correct horse battery staple"
            })
    void whatIsTriedFirstIsNot(String password) {
        assertEquals(
                Optional.of(Reason.EASILY_GUESSED),
                PasswordRules.weakness(password, "Ann Lovelace", "ann.example@shop.org"));
    }

    @Test
    void lengthCountsInLettersAsPeopleSeeThem() {
        assertEquals(Optional.of(Reason.MISSING), weakness(""));
        assertEquals(Optional.of(Reason.TOO_SHORT), weakness("k7+mQ2.xZ"));
        // Five signs of two chars each.
        assertEquals(Optional.of(Reason.TOO_SHORT), weakness("😀😃😄😁😆"));
        assertEquals(Optional.of(Reason.TOO_LONG), weakness("k7+mQ2.xZ".repeat(15)));
    }

    private Optional<Reason> weakness(String password) {
        return PasswordRules.weakness(password, "Ann Lovelace", "ann@example.org");
    }
}

package arcade.ordering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.ordering.Refusal.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypingAnAddressTest {
    private static final Address GOOD = new Address("Street 1", "12345", "Berlin", "DE");

    @ParameterizedTest
    @ValueSource(strings = {"a@b.de", "ann.example+tag@sub.example.org", "ö@münchen.example", " a@b.de "})
    void addressesThatCanExistAreTaken(String email) {
        assertEquals(List.of(), Typed.check(new Buyer(email, "Ann"), GOOD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "a@b", "@b.de", "a@b.", "a b@c.de", "a@b@c.de", "a@b.de,c@d.de", "a@b.de\r\nBcc: x@y.de"})
    void addressesThatCannotAreNot(String email) {
        List<Refusal> wrong = Typed.check(new Buyer(email, "Ann"), GOOD);

        assertEquals(
                List.of(Reason.NOT_AN_EMAIL),
                wrong.stream().map(Refusal::reason).toList());
    }

    @Test
    void blanksAndControlCharactersAreNoText() {
        List<Refusal> wrong = Typed.check(new Buyer("a@b.de", " \t\u0000 "), new Address(null, "", "\n", " DE "));

        assertEquals(
                List.of("name", "line1", "postalCode", "city"),
                wrong.stream().map(Refusal::field).toList());
    }

    @Test
    void whatNoColumnHoldsIsTooLong() {
        List<Refusal> wrong = Typed.check(new Buyer("a@b.de", "x".repeat(201)), GOOD);

        assertEquals(
                List.of(Reason.TOO_LONG), wrong.stream().map(Refusal::reason).toList());
    }
}

package arcade.web.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingABodyTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[]", "1", "null", "{\"a\":1}{", "{\"a\":1} x", "{'a':1}", "\u0000"})
    void whatIsNoObjectIsMalformed(String text) {
        assertEquals("malformed-json", problem(text));
    }

    @Test
    void nestingWithoutEndIsMalformed() {
        assertEquals("malformed-json", problem("{\"a\":" + "[".repeat(100_000)));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "-1, -1",
        "1.0, 1",
        "1e2, 100",
        "0.0, 0",
        "0e-999999999, 0",
        "9223372036854775807, 9223372036854775807",
        "9223372036854775808, 9223372036854775807",
        "-99999999999999999999, -9223372036854775808",
        "1e999999999, 9223372036854775807"
    })
    void numbersAreReadWithinBounds(String number, long expected) {
        assertEquals(expected, body("{\"n\":" + number + "}").integer("n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1e-1", "1e-999999999", "\"1\"", "true", "{}", "null"})
    void whatIsNoWholeNumberIsRefused(String value) {
        Body body = body("{\"n\":" + value + "}");

        assertThrows(ProblemException.class, () -> body.integer("n"));
    }

    @Test
    void aProblemNamesTheMemberWithItsPath() {
        Body address = body("{\"address\":{\"city\":7}}").object("address");

        ProblemException wrong = assertThrows(ProblemException.class, () -> address.text("city"));

        assertTrue(wrong.problem().detail().startsWith("address.city "), wrong.problem()::detail);
    }

    @Test
    void whatIsMissingIsNoText() {
        assertEquals("", body("{\"a\":null}").optionalText("a"));
        assertEquals("", body("{}").optionalText("a"));
        assertEquals(Optional.empty(), body("{\"n\":null}").optionalInteger("n"));
    }

    private static Body body(String text) {
        return Body.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String problem(String text) {
        return assertThrows(ProblemException.class, () -> body(text)).problem().name();
    }
}

package arcade.staff;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 6238, appendix B; RFC 4648, section 10. */
class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void theCodesOfTheStandard(long seconds, String code) {
        assertEquals(code, Totp.code(SECRET, seconds / 30, 8));
    }

    @Test
    void aClockMayDifferByOneStep() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        long present = now.getEpochSecond() / 30;

        for (long step = present - 1; step <= present + 1; step++) {
            assertEquals(
                    step, Totp.step(SECRET, Totp.code(SECRET, step, 6), now).orElseThrow());
        }
        assertTrue(Totp.step(SECRET, Totp.code(SECRET, present - 2, 6), now).isEmpty());
        assertTrue(Totp.step(SECRET, Totp.code(SECRET, present + 2, 6), now).isEmpty());
        assertTrue(Totp.step(SECRET, "", now).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void aSecretIsWrittenAsAppsReadIt(String bytes, String text) {
        assertEquals(text, Totp.text(bytes.getBytes(US_ASCII)));
    }

    @Test
    void secretsAreOfTwentyBytesAndDiffer() {
        assertEquals(32, Totp.text(Totp.newSecret()).length());
        assertTrue(!Totp.text(Totp.newSecret()).equals(Totp.text(Totp.newSecret())));
    }
}

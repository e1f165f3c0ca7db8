package arcade.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferringToWaitTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"wait=5|5", "wait=0|0", "wait = 3|3", "respond-async, wait=7|7", "wait=\"4\"; x|4", "wait=600|10"})
    void secondsAreReadAndBounded(String header, long seconds) {
        assertEquals(Optional.of(Duration.ofSeconds(seconds)), Preference.wait(header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wait", "wait=", "wait=-1", "wait=x", "await=5", "wait=99999999999"})
    void whatCannotBeReadIsIgnored(String header) {
        assertEquals(Optional.empty(), Preference.wait(header));
    }

    @Test
    void noHeaderIsNoWish() {
        assertEquals(Optional.empty(), Preference.wait(null));
    }
}

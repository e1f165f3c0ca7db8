package arcade.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoresTest {
    @ParameterizedTest
    @CsvSource({
        "arcade.localhost,arcade.localhost",
        "Arcade.LOCALHOST:8080,arcade.localhost",
        "arcade.localhost.,arcade.localhost",
        "[::1]:8080,[::1]",
        "[::1],[::1]",
        "'',''"
    })
    void theHostIsTakenWithoutPortAndCase(String sent, String bare) {
        assertEquals(bare, Stores.bare(sent));
    }
}

package arcade.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenTest {
    @Test
    void isNeverTheSameTwice() {
        int many = 10_000;

        assertEquals(
                many,
                IntStream.range(0, many)
                        .mapToObj(i -> Token.random())
                        .collect(Collectors.toSet())
                        .size());
    }

    @Test
    void refusesWhatCannotBeOne() {
        assertFalse(Token.isToken(null));
        assertFalse(Token.isToken("../../etc/passwd"));
        assertThrows(IllegalArgumentException.class, () -> new Token("short"));
    }
}

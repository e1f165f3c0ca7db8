package arcade.web.cart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CartActionsTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "0, 0",
        "999, 999",
        "123456789, 123456789",
        "'', -1",
        "-5, -1",
        "1.5, -1",
        "1e9, -1",
        "x, -1",
        "12345678901234567890, -1"
    })
    void whateverIsNoNumberOfPiecesIsAnImpossibleOne(String typed, long pieces) {
        assertEquals(pieces, CartActions.pieces(typed));
    }
}

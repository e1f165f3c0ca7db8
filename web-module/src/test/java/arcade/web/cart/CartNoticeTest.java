package arcade.web.cart;

import static org.junit.jupiter.api.Assertions.assertFalse;

import arcade.cart.CartRefusal;
import arcade.shared.Wording;
import arcade.web.store.Words;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CartNoticeTest {

    @ParameterizedTest
    @EnumSource
    void everyRefusalIsToldInWords(CartRefusal reason) {
        for (Locale language : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            Wording words = new Wording(Words.class, "words", language);
            String code = CartNotice.code(reason);

            String told = CartNotice.text(words, code, true) + CartNotice.coupon(words, code);

            assertFalse(told.isEmpty(), reason + " in " + language);
        }
    }
}

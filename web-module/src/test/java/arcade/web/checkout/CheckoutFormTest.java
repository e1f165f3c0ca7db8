package arcade.web.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.ordering.Refusal;
import arcade.ordering.Refusal.Reason;
import arcade.shared.Wording;
import arcade.web.store.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckoutFormTest {
    private static final Wording WORDS = new Wording(Words.class, "words", Locale.ENGLISH);

    private final CheckoutForm empty = CheckoutForm.empty("key", "cart", "DE");

    @Test
    void eachRefusedFieldHasASentenceInTheOrderOfThePage() {
        CheckoutForm form = empty.with(
                List.of(
                        refusal(Reason.MISSING, "city"),
                        refusal(Reason.NOT_AN_EMAIL, "email"),
                        refusal(Reason.TOO_LONG, "name")),
                WORDS);

        assertEquals(List.of("email", "name", "city"), List.copyOf(form.errors().keySet()));
        assertEquals("Please enter the town or city.", form.error("city"));
        assertTrue(form.isWrong("email"));
        assertFalse(form.isWrong("line1"));
    }

    @Test
    void keyAndCartStayOverEveryCorrection() {
        CheckoutForm form = empty.with(List.of(refusal(Reason.NO_DELIVERY, "country")), WORDS);

        assertEquals("key", form.key());
        assertEquals("cart", form.cart());
        assertEquals("DE", form.address().country());
    }

    private static Refusal refusal(Reason reason, String field) {
        return new Refusal(reason, field, "", Optional.empty());
    }
}

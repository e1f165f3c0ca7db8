package arcade.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.customer.Wrong.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckingAMailAddressTest {

    /** In small letters a capital I with a dot is an i and a dot. */
    @Test
    void anAddressThatIsTooLongOnceItIsFoldedIsTooLong() {
        String typed = "a@" + "\u0130".repeat(130) + ".org";

        assertEquals(136, typed.length());
        assertEquals(List.of(new Wrong("email", Reason.TOO_LONG)), Customers.checkEmail(typed));
        assertEquals(List.of(), Customers.checkEmail("a@" + "\u0130".repeat(120) + ".org"));
    }

    @Test
    void whatIsNoneIsSaidAsEver() {
        assertEquals(List.of(new Wrong("email", Reason.MISSING)), Customers.checkEmail(" "));
        assertEquals(List.of(new Wrong("email", Reason.NOT_AN_EMAIL)), Customers.checkEmail("nobody"));
        assertEquals(
                List.of(new Wrong("email", Reason.TOO_LONG)), Customers.checkEmail("a@" + "b".repeat(250) + ".org"));
    }
}

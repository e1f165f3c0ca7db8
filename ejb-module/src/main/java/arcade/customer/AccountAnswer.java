package arcade.customer;

import java.time.Duration;
import java.util.List;

/** What came of a wish about an account. */
public sealed interface AccountAnswer {

    /** It is done; the customer as he is now. */
    record Done(Customer customer) implements AccountAnswer {}

    /** Nothing was changed. */
    record Refused(List<Wrong> wrong) implements AccountAnswer {
        public Refused {
            wrong = List.copyOf(wrong);
        }

        static Refused because(String field, Wrong.Reason reason) {
            return new Refused(List.of(new Wrong(field, reason)));
        }
    }

    /** Mail address and password do not go together; whether there is such an account is not told. */
    record Stranger() implements AccountAnswer {}

    /** Too many tries; the next one counts after that time. */
    record Wait(Duration time) implements AccountAnswer {}

    /** Somebody else was quicker; nothing was changed. @param now what is stored */
    record Changed(Customer now) implements AccountAnswer {}
}

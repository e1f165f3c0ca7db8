package arcade.customer;

import java.util.List;

/** What came of a wish to change a customer's addresses. */
public sealed interface AddressAnswer {

    record Saved() implements AddressAnswer {}

    /** Nothing was changed. */
    record Refused(List<Wrong> wrong) implements AddressAnswer {
        public Refused {
            wrong = List.copyOf(wrong);
        }
    }

    /** Somebody else changed it meanwhile; nothing was changed now. @param now what is stored */
    record Changed(CustomerAddress now) implements AddressAnswer {}

    /** The customer has no such address, or no longer. */
    record Gone() implements AddressAnswer {}

    /** There are as many as there may be. */
    record TooMany(int most) implements AddressAnswer {}
}

package arcade.desk.customers;

import arcade.shared.Token;
import java.util.Optional;

/**
 * By what a buyer is named in addresses and in the log, where no mail address belongs: the number of his account, or else one of his
 * orders.
 */
public sealed interface CustomerRef {
    record Account(long id) implements CustomerRef {
        @Override
        public String toString() {
            return Long.toString(id);
        }
    }

    record BuyerOf(Token order) implements CustomerRef {
        @Override
        public String toString() {
            return order.value();
        }
    }

    /** Empty: it names nobody. */
    static Optional<CustomerRef> parse(String text) {
        if (text.matches("[0-9]{1,18}")) {
            return Optional.of(new Account(Long.parseLong(text)));
        }
        return Token.isToken(text) ? Optional.of(new BuyerOf(new Token(text))) : Optional.empty();
    }
}

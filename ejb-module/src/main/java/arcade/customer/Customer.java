package arcade.customer;

import arcade.shared.Token;
import java.util.Optional;

/**
 * Somebody with an account in one store.
 *
 * @param email in small letters
 * @param epoch of the sessions that hold now; a session with another one has ended
 * @param cart his open cart, on whatever device; it may have been ordered or have expired since
 * @param version of name and mail address
 */
public record Customer(
        long id,
        long storeId,
        String email,
        String name,
        long epoch,
        Optional<Token> cart,
        Optional<Token> defaultAddress,
        long version) {}

package arcade.customer;

import arcade.cart.CartMerging;
import arcade.cart.StoredCart;
import arcade.database.Sql;
import arcade.database.Transactions;
import arcade.shared.Token;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The cart that follows a customer: whichever device he signs in on, there is one, and what he brings along is put into it once. */
@ApplicationScoped
public class CustomerCarts {
    @Inject
    private CustomerRows rows;

    @Inject
    private CartMerging merging;

    @Inject
    private Sql sql;

    @Inject
    private Transactions transactions;

    /**
     * The customer has signed in. His row is locked first, so requests at once wait for each other.
     *
     * @param brought the cart of the visit
     * @return the cart that the visit goes on with
     */
    public Optional<Token> signedIn(Store store, Customer customer, Optional<Token> brought) {
        return transactions.run(() -> {
            Optional<Token> followed = rows.lock(customer.id()).flatMap(Customer::cart);
            Optional<StoredCart> own = followed.flatMap(cart -> merging.lockOpen(store, cart));
            Optional<StoredCart> other = brought.filter(cart -> !followed.equals(Optional.of(cart)))
                    .filter(cart -> !isAnothers(customer, cart))
                    .flatMap(cart -> merging.lockOpen(store, cart));
            if (own.isPresent()) {
                other.filter(cart -> isFirstTime(customer, cart)).ifPresent(cart -> merging.pour(cart, own.get()));
                return own.map(StoredCart::token);
            }
            Optional<Token> now = other.map(StoredCart::token);
            rows.setCart(customer.id(), now);
            return now;
        });
    }

    /**
     * The visit of a customer goes on with another cart, or with none.
     *
     * @param seen the customer as he was before: if another device was quicker, its cart stays
     */
    public void follow(Customer seen, Optional<Token> cart) {
        if (cart.filter(token -> isAnothers(seen, token)).isEmpty()) {
            rows.replaceCart(seen, cart);
        }
    }

    /** Somebody used this browser before: his cart stays his. */
    private boolean isAnothers(Customer customer, Token cart) {
        return sql.first(
                        "SELECT 1 FROM customer WHERE cart_token = ? AND id <> ?",
                        row -> true,
                        cart.value(),
                        customer.id())
                .isPresent();
    }

    private boolean isFirstTime(Customer customer, StoredCart cart) {
        return sql.update(
                        "INSERT IGNORE INTO cart_merge (source, customer_id, merged_at)"
                                + " VALUES (?, ?, UTC_TIMESTAMP(6))",
                        cart.token().value(),
                        customer.id())
                == 1;
    }
}

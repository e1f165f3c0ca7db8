package arcade.web.account;

import arcade.customer.Customer;
import arcade.customer.CustomerCarts;
import arcade.customer.CustomerOrders;
import arcade.shared.Token;
import arcade.store.Store;
import arcade.web.store.Visit;
import arcade.web.store.Visit.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** A visit becomes a customer's: his cart and the visit's become one, and an order that he has just placed as a guest comes into the account. */
@ApplicationScoped
class Arrival {
    @Inject
    private CustomerCarts carts;

    @Inject
    private CustomerOrders orders;

    void of(Visit visit, Store store, Customer customer) {
        visit.order().ifPresent(order -> orders.take(customer, order));
        Optional<Token> cart = carts.signedIn(store, customer, visit.resumedCart());
        visit.signIn(new SignedIn(customer.id(), customer.epoch()));
        if (cart.isPresent()) {
            visit.keep(cart.get());
        } else {
            visit.forgetCart();
        }
    }
}

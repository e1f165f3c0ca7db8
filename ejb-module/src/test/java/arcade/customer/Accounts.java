package arcade.customer;

import arcade.customer.AccountAnswer.Done;
import arcade.ordering.Buyer;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** For tests in the container: people with accounts. */
@ApplicationScoped
public class Accounts {
    public static final String PASSWORD = "correct horse battery";

    @Inject
    private Customers customers;

    public Customer ann(Store store) {
        return signedUp(store, "ann@example.org");
    }

    public Customer signedUp(Store store, String email) {
        return customer(customers.signUp(store, new Buyer(email, "Ann Example"), PASSWORD, aNetworkAddress()));
    }

    public static Customer customer(AccountAnswer answer) {
        if (answer instanceof Done done) {
            return done.customer();
        }
        throw new AssertionError("not done: " + answer);
    }

    /** One that nobody has failed from. */
    public static String aNetworkAddress() {
        return UUID.randomUUID().toString();
    }
}

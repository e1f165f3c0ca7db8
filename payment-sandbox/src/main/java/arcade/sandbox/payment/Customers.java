package arcade.sandbox.payment;

import arcade.sandbox.api.ApiRefusal;
import arcade.sandbox.api.Call;
import arcade.sandbox.api.Expansion;
import arcade.sandbox.api.Metadata;
import arcade.sandbox.api.Parameters;
import arcade.sandbox.api.Route;
import arcade.sandbox.ledger.Answer;
import arcade.sandbox.ledger.Transaction;
import java.util.List;

/** The API's customers, as little as a payment needs. */
public final class Customers {
    public List<Route> routes() {
        return List.of(Route.post("customers", this::create), Route.get("customers/*", this::retrieve));
    }

    /** Refuses a customer that was never made. */
    public static void requireKnown(Transaction transaction, Parameters parameters) {
        parameters
                .text("customer")
                .filter(id -> transaction.books().shelf(Customer.class).find(id).isEmpty())
                .ifPresent(id -> {
                    throw ApiRefusal.missing("customer", id, parameters.path("customer"));
                });
    }

    private Answer create(Transaction transaction, Call call) {
        Parameters parameters = call.parameters();
        Customer customer = new Customer(
                parameters.text("name").orElse(null),
                parameters.text("email").orElse(null),
                parameters.text("description").orElse(null),
                Metadata.of(parameters),
                transaction.now());
        transaction.announce("customer.created", customer);
        return Expansion.asked(transaction.books(), parameters).answer(customer);
    }

    private Answer retrieve(Transaction transaction, Call call) {
        Customer customer = transaction
                .books()
                .shelf(Customer.class)
                .find(call.id())
                .orElseThrow(() -> ApiRefusal.missing("customer", call.id(), "id"));
        return Expansion.asked(transaction.books(), call.parameters()).answer(customer);
    }
}

package arcade.sandbox.payment;

import arcade.sandbox.api.ApiRefusal;
import arcade.sandbox.api.Call;
import arcade.sandbox.api.Expansion;
import arcade.sandbox.api.Paging;
import arcade.sandbox.api.Route;
import arcade.sandbox.ledger.Answer;
import arcade.sandbox.ledger.Json;
import arcade.sandbox.ledger.Shelf;
import arcade.sandbox.ledger.Transaction;
import java.util.List;
import java.util.Optional;

/** The API's charges; they are made by confirming an intent. */
public final class Charges {
    public List<Route> routes() {
        return List.of(Route.get("charges", this::list), Route.get("charges/*", this::retrieve));
    }

    private Answer list(Transaction transaction, Call call) {
        Shelf<Charge> shelf = transaction.books().shelf(Charge.class);
        List<Charge> candidates =
                call.parameters().text("payment_intent").map(shelf::under).orElseGet(shelf::byTime);
        Optional<String> customer = call.parameters().text("customer");
        var page = new Paging(call.parameters())
                .page("/v1/charges", candidates, each -> customer.isEmpty() || each.isOf(customer.get()), Json::tree);
        return Expansion.asked(transaction.books(), call.parameters())
                .answer(Json.tree(page).getAsJsonObject());
    }

    private Answer retrieve(Transaction transaction, Call call) {
        Charge charge = transaction
                .books()
                .shelf(Charge.class)
                .find(call.id())
                .orElseThrow(() -> ApiRefusal.missing("charge", call.id(), "charge"));
        return Expansion.asked(transaction.books(), call.parameters()).answer(charge);
    }
}

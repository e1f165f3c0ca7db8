package arcade.sandbox.checkout;

import arcade.sandbox.api.ApiRefusal;
import arcade.sandbox.api.Call;
import arcade.sandbox.api.Expansion;
import arcade.sandbox.api.Paging;
import arcade.sandbox.api.Parameters;
import arcade.sandbox.api.Route;
import arcade.sandbox.ledger.Answer;
import arcade.sandbox.ledger.Books;
import arcade.sandbox.ledger.Json;
import arcade.sandbox.ledger.Shelf;
import arcade.sandbox.ledger.Transaction;
import arcade.sandbox.payment.Customers;
import arcade.sandbox.payment.IntentTerms;
import com.google.gson.JsonObject;
import java.util.List;

/** The API's checkout sessions, in payment mode. */
public final class CheckoutSessions {
    private final CheckoutDesk desk;
    private final String baseUrl;

    /** @param baseUrl where a shopper's browser reaches the gateway, without a slash at its end */
    public CheckoutSessions(CheckoutDesk desk, String baseUrl) {
        this.desk = desk;
        this.baseUrl = baseUrl;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("checkout/sessions", this::create),
                Route.get("checkout/sessions", this::list),
                Route.get("checkout/sessions/*", this::retrieve),
                Route.get("checkout/sessions/*/line_items", this::lineItems),
                Route.post("checkout/sessions/*/expire", this::expire));
    }

    private Answer create(Transaction transaction, Call call) {
        Parameters parameters = call.parameters();
        SessionTerms terms = SessionTerms.of(parameters, transaction.now());
        Order order = Order.of(parameters);
        Customers.requireKnown(transaction, parameters);
        IntentTerms intentTerms =
                IntentTerms.of(order.total(), order.currency(), parameters.nested("payment_intent_data"));
        CheckoutSession session = new CheckoutSession(order, terms, baseUrl, transaction.now());
        transaction.keep(session);
        transaction.keep(new CheckoutPlan(session.id(), intentTerms, terms.merchant(), transaction.now()));
        for (Order.Item item : order.items()) {
            transaction.keep(new LineItem(session.id(), item, order.currency(), transaction.now()));
        }
        return answer(transaction.books(), call, session);
    }

    private Answer list(Transaction transaction, Call call) {
        Parameters parameters = call.parameters();
        Shelf<CheckoutSession> shelf = transaction.books().shelf(CheckoutSession.class);
        List<CheckoutSession> candidates =
                parameters.text("payment_intent").map(shelf::under).orElseGet(shelf::byTime);
        String status = parameters.text("status").orElse("");
        var page = new Paging(parameters)
                .page(
                        "/v1/checkout/sessions",
                        candidates,
                        each -> status.isEmpty() || each.status().name().equalsIgnoreCase(status),
                        each -> Json.tree(followed(transaction.books(), each)));
        return Expansion.asked(transaction.books(), parameters)
                .answer(Json.tree(page).getAsJsonObject());
    }

    private Answer retrieve(Transaction transaction, Call call) {
        CheckoutSession session = find(transaction, call);
        if (session.isDue(transaction.now())) {
            desk.expire(transaction, session);
        }
        return answer(transaction.books(), call, session);
    }

    private Answer lineItems(Transaction transaction, Call call) {
        CheckoutSession session = find(transaction, call);
        return Answer.ok(lineItems(transaction.books(), session));
    }

    private Answer expire(Transaction transaction, Call call) {
        CheckoutSession session = find(transaction, call);
        if (!session.isOpen()) {
            String message = "Only Checkout Sessions with a status in [\"open\"] can be expired. This Session has a"
                    + " status of `" + session.status().name().toLowerCase(java.util.Locale.ROOT) + "`.";
            throw ApiRefusal.invalid(message).asOutcome();
        }
        desk.expire(transaction, session);
        return answer(transaction.books(), call, session);
    }

    private static CheckoutSession find(Transaction transaction, Call call) {
        return transaction
                .books()
                .shelf(CheckoutSession.class)
                .find(call.id())
                .orElseThrow(() -> ApiRefusal.missing("checkout.session", call.id(), "session"));
    }

    private static CheckoutSession followed(Books books, CheckoutSession session) {
        CheckoutDesk.intent(books, session).ifPresent(session::follow);
        return session;
    }

    private static Answer answer(Books books, Call call, CheckoutSession session) {
        Expansion expansion = Expansion.asked(books, call.parameters());
        followed(books, session);
        if (!expansion.asksFor("line_items")) {
            return expansion.answer(session);
        }
        JsonObject tree = Json.tree(session).getAsJsonObject();
        tree.add("line_items", Json.tree(lineItems(books, session)));
        return expansion.answer(tree);
    }

    private static Paging.Page lineItems(Books books, CheckoutSession session) {
        List<LineItem> items = books.shelf(LineItem.class).under(session.id());
        String url = "/v1/checkout/sessions/" + session.id() + "/line_items";
        return new Paging.Page(
                "list", url, false, items.stream().map(Json::tree).toList());
    }
}

package arcade.sandbox.api;

import arcade.sandbox.ledger.Answer;
import arcade.sandbox.ledger.EventNote;
import arcade.sandbox.ledger.Json;
import arcade.sandbox.ledger.Ledger;
import arcade.sandbox.ledger.Transaction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The API's events: everything that was announced, newest first. */
public final class Events {
    private final Ledger ledger;

    public Events(Ledger ledger) {
        this.ledger = ledger;
    }

    public List<Route> routes() {
        return List.of(Route.get("events", this::list), Route.get("events/*", this::retrieve));
    }

    private Answer list(Transaction transaction, Call call) {
        Parameters parameters = call.parameters();
        Set<String> types = new HashSet<>(parameters.texts("types"));
        parameters.text("type").ifPresent(types::add);
        var page = new Paging(parameters)
                .page(
                        "/v1/events",
                        transaction.books().events().byTime(),
                        event -> types.isEmpty() || types.contains(event.type()),
                        event -> Json.object(ledger.event(event).body()));
        return Answer.ok(page);
    }

    private Answer retrieve(Transaction transaction, Call call) {
        EventNote event = transaction
                .books()
                .events()
                .find(call.id())
                .orElseThrow(() -> ApiRefusal.missing("event", call.id(), "id"));
        return Answer.of(200, ledger.event(event).body());
    }
}

package arcade.sandbox.ledger;

import java.time.Instant;

/**
 * Something that was announced.
 *
 * @param body the event object as JSON, as sent to the webhook
 */
public record Event(String id, String type, String body) {
    /** The version of Stripe's API whose shapes the gateway speaks. */
    public static final String API_VERSION = "2026-07-29.dahlia";

    static Event of(String id, String type, Instant at, String snapshot, Request request) {
        String body = "{\"id\":\"" + id + "\",\"object\":\"event\",\"api_version\":\"" + API_VERSION
                + "\",\"created\":" + at.getEpochSecond() + ",\"data\":{\"object\":" + snapshot
                + "},\"livemode\":false,\"pending_webhooks\":0,\"request\":{\"id\":" + Json.text(request.id())
                + ",\"idempotency_key\":" + Json.text(request.idempotencyKey()) + "},\"type\":\"" + type + "\"}";
        return new Event(id, type, body);
    }
}

package arcade.till.simulation;

import java.util.Map;
import java.util.TreeMap;

/** One hosted page: open until a card is accepted or its time is over. Its intent is made when a card is first entered. */
final class SimulatedSession {
    final String id;
    final Map<String, String> metadata = new TreeMap<>();
    final long amount;
    final String currency;
    final long expiresAt;
    String status = "open";
    SimulatedIntent intent;
    long madeAt;

    /** @param expiresAt virtual microseconds */
    SimulatedSession(String id, Map<?, ?> metadata, long amount, String currency, long expiresAt) {
        this.id = id;
        metadata.forEach((name, value) -> this.metadata.put(name.toString(), value.toString()));
        this.amount = amount;
        this.currency = currency;
        this.expiresAt = expiresAt;
    }

    boolean isOpen() {
        return status.equals("open");
    }

    void expire() {
        status = "expired";
        if (intent != null && intent.isOpen()) {
            intent.cancel("expired");
        }
    }

    /** Once a card is accepted the page is done with. */
    void settle() {
        if (intent.isHeld()) {
            status = "complete";
        }
    }

    String json(boolean whole) {
        String ofIntent = intent == null ? "null" : whole ? intent.json() : "\"" + intent.id + "\"";
        String url = isOpen() ? "\"http://gateway/pay/" + id + "\"" : "null";
        return "{\"id\":\"" + id + "\",\"object\":\"checkout.session\",\"mode\":\"payment\",\"status\":\"" + status
                + "\",\"amount_total\":" + amount + ",\"currency\":\"" + currency + "\",\"payment_intent\":" + ofIntent
                + ",\"url\":" + url + ",\"client_reference_id\":\"" + metadata.get("order") + "\",\"metadata\":"
                + SimulatedIntent.json(metadata) + "}";
    }
}

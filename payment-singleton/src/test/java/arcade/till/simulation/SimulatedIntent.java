package arcade.till.simulation;

import java.util.Map;
import java.util.TreeMap;

/** One payment intent in the gateway's books, and what its shopper may still do with it. */
final class SimulatedIntent {
    final String id;
    final Map<String, String> metadata;
    final long amount;
    final String currency;
    String status = "requires_payment_method";
    String closedBecause;
    String decline;
    /** The page it was made on; null if the client made it. */
    SimulatedSession session;

    long captured;
    long madeAt;
    long refunded;
    int captures;

    SimulatedIntent(String id, Map<?, ?> metadata, long amount, String currency) {
        this.id = id;
        this.metadata = new TreeMap<>();
        metadata.forEach((name, value) -> this.metadata.put(name.toString(), value.toString()));
        this.amount = amount;
        this.currency = currency;
    }

    boolean isOpen() {
        return status.equals("requires_payment_method") || status.equals("requires_action");
    }

    boolean isHeld() {
        return status.equals("requires_capture");
    }

    /** Whether somebody's call or click can still move money on it. */
    boolean isAlive() {
        return isOpen() || isHeld();
    }

    String order() {
        return metadata.get("order");
    }

    String payment() {
        return metadata.get("payment");
    }

    /** A card is tried; answers the reason of a decline, or null. */
    String confirm(String card) {
        decline = null;
        if (card.contains("declined")) {
            status = "requires_payment_method";
            decline = "insufficient_funds";
        } else {
            status = card.contains("3ds") ? "requires_action" : "requires_capture";
        }
        return decline;
    }

    void authenticate(boolean proved) {
        status = proved ? "requires_capture" : "requires_payment_method";
        decline = proved ? null : "payment_intent_authentication_failure";
    }

    void cancel(String reason) {
        status = "canceled";
        closedBecause = reason;
    }

    void capture() {
        status = "succeeded";
        captured += amount;
        captures++;
    }

    String json() {
        StringBuilder json = new StringBuilder(400);
        json.append("{\"id\":\"")
                .append(id)
                .append("\",\"object\":\"payment_intent\",\"amount\":")
                .append(amount);
        json.append(",\"amount_capturable\":").append(isHeld() ? amount : 0);
        json.append(",\"amount_received\":").append(captured);
        json.append(",\"capture_method\":\"manual\",\"currency\":\"").append(currency);
        json.append("\",\"status\":\"").append(status).append('"');
        if (closedBecause != null) {
            json.append(",\"cancellation_reason\":\"").append(closedBecause).append('"');
        }
        if (decline != null) {
            json.append(
                            ",\"last_payment_error\":{\"type\":\"card_error\",\"code\":\"card_declined\",\"decline_code\":\"")
                    .append(decline)
                    .append("\"}");
        }
        if (status.equals("requires_action")) {
            json.append(
                            ",\"next_action\":{\"type\":\"redirect_to_url\",\"redirect_to_url\":{\"url\":\"http://gateway/3ds/")
                    .append(id)
                    .append("\"}}");
        }
        return json.append(",\"metadata\":").append(json(metadata)).append('}').toString();
    }

    static String json(Map<String, String> metadata) {
        StringBuilder json = new StringBuilder("{");
        metadata.forEach((name, value) -> {
            json.append(json.length() == 1 ? "\"" : ",\"").append(name);
            json.append("\":\"").append(value).append('"');
        });
        return json.append('}').toString();
    }
}

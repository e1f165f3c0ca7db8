package arcade.till.simulation;

import java.util.Map;
import java.util.TreeMap;

/** Money given back, in the gateway's books. */
record SimulatedRefund(String id, SimulatedIntent intent, long amount, Map<?, ?> metadata) {
    String json() {
        Map<String, String> text = new TreeMap<>();
        metadata.forEach((name, value) -> text.put(name.toString(), value.toString()));
        return "{\"id\":\"" + id + "\",\"object\":\"refund\",\"amount\":" + amount + ",\"currency\":\""
                + intent.currency + "\",\"payment_intent\":\"" + intent.id + "\",\"status\":\"succeeded\",\"metadata\":"
                + SimulatedIntent.json(text) + "}";
    }
}

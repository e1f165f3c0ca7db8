package arcade.till.simulation;

import java.util.Map;

/**
 * One request as the till's real client wrote it.
 *
 * @param key the idempotency key; null without one
 */
record SimulatedRequest(String method, String path, Map<String, Object> parameters, String key) {
    /** Marks a question for a time that was reckoned by a clock that is an hour off. */
    static final String BY_A_WRONG_CLOCK = "by a wrong clock";

    SimulatedRequest byAWrongClock() {
        return new SimulatedRequest(method, path, Map.of(BY_A_WRONG_CLOCK, true), key);
    }

    boolean acts() {
        return method.equals("POST");
    }

    String text(String name) {
        Object value = parameters.get(name);
        return value == null ? null : value.toString();
    }

    long number(String name) {
        return Long.parseLong(text(name));
    }

    Map<?, ?> map(String name) {
        return parameters.get(name) instanceof Map<?, ?> map ? map : Map.of();
    }

    String name() {
        return method + " " + path + (key == null ? "" : " [" + key + "]");
    }
}

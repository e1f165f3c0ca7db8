package arcade.till.simulation;

import java.util.Map;

/**
 * One request as the till's real client wrote it.
 *
 * @param key the idempotency key; null without one
 */
record SimulatedRequest(String method, String path, Map<String, Object> parameters, String key) {
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

    /** Whether a list that is asked for shows what was made at that time. */
    boolean looksFor(long madeAt) {
        long second = madeAt / SimulatedTime.SECOND;
        return second >= createdBound("gte") && second <= createdBound("lte");
    }

    private long createdBound(String bound) {
        return Long.parseLong(map("created").get(bound).toString());
    }

    String name() {
        return method + " " + path + (key == null ? "" : " [" + key + "]");
    }
}

package arcade.operations.load;

/**
 * How many payments, and how slow their gateway, within bounds.
 *
 * @param gatewayMillis how much later it answers each call; below the till's patience of 10 s
 */
record CapturesPlan(int payments, int gatewayMillis) {
    private static final int MOST_PAYMENTS = 50_000;
    private static final int SLOWEST_MILLIS = 5_000;

    CapturesPlan {
        LoadPlan.require("--payments", payments, 1, MOST_PAYMENTS);
        LoadPlan.require("--gateway-millis", gatewayMillis, 0, SLOWEST_MILLIS);
    }
}

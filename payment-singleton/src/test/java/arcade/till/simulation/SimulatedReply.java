package arcade.till.simulation;

/** What the gateway answers: a status of HTTP and a body, mostly JSON in Stripe's shape. */
record SimulatedReply(int status, String body) {
    static SimulatedReply ok(String body) {
        return new SimulatedReply(200, body);
    }

    /** The same answer with another amount, another currency, or about another order's payment. */
    SimulatedReply aboutAnother(int which) {
        return new SimulatedReply(
                status,
                switch (which) {
                    case 0 -> body.replaceAll("(\"amount[a-z_]*\":)([1-9])", "$19$2");
                    case 1 -> body.replace("\"eur\"", "\"usd\"");
                    default ->
                        body.replaceAll("0000(payment|rdered|refnd)", "0001$1").replaceAll("\"pi_[0-9]+", "\"pi_1");
                });
    }

    static SimulatedReply refusal(int status, String type, String code, String message) {
        return new SimulatedReply(
                status,
                "{\"error\":{\"type\":\"" + type + "\",\"code\":\"" + code + "\",\"message\":\"" + message + "\"}}");
    }

    static SimulatedReply missing(String what) {
        return refusal(404, "invalid_request_error", "resource_missing", "No such object: " + what);
    }

    static SimulatedReply unexpectedState(SimulatedIntent intent, String verb) {
        return refusal(
                400,
                "invalid_request_error",
                "payment_intent_unexpected_state",
                "You cannot " + verb + " this PaymentIntent because it has a status of " + intent.status + ".");
    }

    static SimulatedReply declined(SimulatedIntent intent) {
        return new SimulatedReply(
                402,
                "{\"error\":{\"type\":\"card_error\",\"code\":\"card_declined\",\"decline_code\":\"" + intent.decline
                        + "\",\"message\":\"Your card was declined.\",\"payment_intent\":" + intent.json() + "}}");
    }
}

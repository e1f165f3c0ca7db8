package arcade.till.payment;

/**
 * Under which names the gateway has a payment.
 *
 * @param intent the payment intent; null until known
 * @param session the hosted session; null until known
 */
public record GatewayNames(String intent, String session) {
    /** The names that are news, and those that were known before; a name once known stays. */
    GatewayNames and(String newIntent, String newSession) {
        return new GatewayNames(newIntent == null ? intent : newIntent, newSession == null ? session : newSession);
    }
}

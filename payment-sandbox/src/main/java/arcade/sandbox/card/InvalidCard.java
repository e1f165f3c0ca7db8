package arcade.sandbox.card;

/** Card data that cannot be a card's; the reason is in Stripe's words. */
public final class InvalidCard extends RuntimeException {
    private final Decline reason;

    InvalidCard(String code, String parameter, String message) {
        super(message);
        this.reason = new Decline(code, null, parameter, message);
    }

    public Decline reason() {
        return reason;
    }
}

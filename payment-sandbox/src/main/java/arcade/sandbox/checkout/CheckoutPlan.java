package arcade.sandbox.checkout;

import arcade.sandbox.ledger.Resource;
import arcade.sandbox.payment.IntentTerms;
import java.time.Instant;
import java.util.Optional;

/** What the gateway must remember of a session beyond what the API shows: the terms of the intent to come. */
public final class CheckoutPlan extends Resource {
    private String checkoutSession;
    private IntentTerms terms;
    private String merchant;

    private CheckoutPlan() {}

    CheckoutPlan(String session, IntentTerms terms, String merchant, Instant now) {
        super("plan_" + session, "sandbox.checkout_plan", now);
        this.checkoutSession = session;
        this.terms = terms;
        this.merchant = merchant;
    }

    IntentTerms terms() {
        return terms;
    }

    /** The name that the shopper reads on the page. */
    String merchant() {
        return merchant;
    }

    @Override
    public Optional<String> parent() {
        return Optional.of(checkoutSession);
    }
}

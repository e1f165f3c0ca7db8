package arcade.sandbox.payment;

import arcade.sandbox.card.PaymentMethod;
import arcade.sandbox.ledger.Movement;
import arcade.sandbox.ledger.Transaction;
import java.util.Optional;

/** Moves the money: the only place where an intent is authorized, captured, voided or refunded. */
public final class Cashier {
    private final String baseUrl;

    /** @param baseUrl where a shopper's browser reaches the gateway, without a slash at its end */
    public Cashier(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /**
     * Tries a card on an intent that is open.
     *
     * @param returnUrl where the shopper comes back to after an authentication; null without one
     * @return why it failed, if it did
     */
    public Optional<PaymentError> confirm(
            Transaction transaction, PaymentIntent intent, PaymentMethod method, String returnUrl) {
        transaction.keep(method);
        intent.use(method);
        if (method.asksForAuthentication()) {
            String page = baseUrl + "/authenticate/" + intent.clientSecret();
            intent.askFor(NextAction.authenticate(page, returnUrl));
            transaction.announce("payment_intent.requires_action", intent);
            return Optional.empty();
        }
        return charge(transaction, intent, method);
    }

    /** The shopper's answer to the bank's question on an intent that asked for it. */
    public Optional<PaymentError> authenticate(Transaction transaction, PaymentIntent intent, boolean proved) {
        PaymentMethod method = intent.paymentMethod()
                .flatMap(transaction.books().shelf(PaymentMethod.class)::find)
                .orElseThrow(() -> new IllegalStateException(intent.id() + " has no payment method"));
        if (proved) {
            return charge(transaction, intent, method);
        }
        PaymentError error = PaymentError.notAuthenticated(method);
        intent.fail(error);
        transaction.announce("payment_intent.payment_failed", intent);
        return Optional.of(error);
    }

    private Optional<PaymentError> charge(Transaction transaction, PaymentIntent intent, PaymentMethod method) {
        if (method.decline().isPresent()) {
            return Optional.of(decline(transaction, intent, method));
        }
        Charge charge = Charge.authorized(intent, method, transaction.now());
        intent.authorize(charge);
        transaction.announce("charge.succeeded", charge);
        moved(transaction, Movement.Type.AUTHORIZED, intent, charge, intent.amount());
        if (intent.isCapturedLater()) {
            transaction.announce("payment_intent.amount_capturable_updated", intent);
        } else {
            capture(transaction, intent, intent.amount());
        }
        return Optional.empty();
    }

    private PaymentError decline(Transaction transaction, PaymentIntent intent, PaymentMethod method) {
        PaymentError reason = PaymentError.declined(method.decline().orElseThrow(), null, method);
        Charge charge = Charge.failed(intent, method, reason, transaction.now());
        PaymentError error = PaymentError.declined(method.decline().orElseThrow(), charge.id(), method);
        intent.fail(error);
        transaction.announce("charge.failed", charge);
        transaction.announce("payment_intent.payment_failed", intent);
        return error;
    }

    /** @param amount minor units, at most what is capturable; the rest is voided */
    void capture(Transaction transaction, PaymentIntent intent, long amount) {
        Charge charge = latestCharge(transaction, intent);
        long rest = intent.amountCapturable() - amount;
        charge.capture(amount);
        intent.capture(amount);
        moved(transaction, Movement.Type.CAPTURED, intent, charge, amount);
        if (rest > 0) {
            moved(transaction, Movement.Type.VOIDED, intent, charge, rest);
        }
        transaction.announce("charge.captured", charge);
        transaction.announce("payment_intent.succeeded", intent);
    }

    /** Cancels an intent that is open or authorized; an authorization is voided. */
    public void cancel(Transaction transaction, PaymentIntent intent, String reason) {
        boolean wasAuthorized = intent.status() == IntentStatus.REQUIRES_CAPTURE;
        long voided = intent.amountCapturable();
        intent.cancel(reason, transaction.now());
        if (wasAuthorized) {
            Charge charge = latestCharge(transaction, intent);
            charge.release();
            moved(transaction, Movement.Type.VOIDED, intent, charge, voided);
            transaction.announce("charge.refunded", charge);
        }
        transaction.announce("payment_intent.canceled", intent);
    }

    void refund(Transaction transaction, Charge charge, Refund refund) {
        PaymentIntent intent = transaction
                .books()
                .shelf(PaymentIntent.class)
                .find(charge.intent())
                .orElseThrow(() -> new IllegalStateException(charge.id() + " has no intent"));
        charge.refund(refund.amount());
        moved(transaction, Movement.Type.REFUNDED, intent, charge, refund.amount());
        transaction.announce("refund.created", refund);
        transaction.announce("charge.refunded", charge);
    }

    /** Whether an authorization has waited too long for its capture. */
    public boolean isOverdue(Transaction transaction, PaymentIntent intent) {
        return intent.status() == IntentStatus.REQUIRES_CAPTURE
                && latestCharge(transaction, intent).isLapsed(transaction.now());
    }

    private static Charge latestCharge(Transaction transaction, PaymentIntent intent) {
        return intent.latestCharge()
                .flatMap(transaction.books().shelf(Charge.class)::find)
                .orElseThrow(() -> new IllegalStateException(intent.id() + " has no charge"));
    }

    private static void moved(
            Transaction transaction, Movement.Type type, PaymentIntent intent, Charge charge, long amount) {
        transaction.moved(
                new Movement.Draft(type, intent.id(), charge.id(), amount, intent.currency(), intent.metadata()));
    }
}

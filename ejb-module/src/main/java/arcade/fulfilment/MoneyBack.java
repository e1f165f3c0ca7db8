package arcade.fulfilment;

import arcade.payment.RefundDecision;
import arcade.payment.RefundDecision.Granted;
import arcade.payment.RefundDecision.Reason;
import arcade.payment.RefundDecision.Refused;
import arcade.payment.Refunds;
import arcade.shared.Money;
import arcade.shared.Token;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalLong;

/** Asks the till for money back, in the caller's transaction: never more than is left, and nothing where a clerk gave all of it back. */
@ApplicationScoped
class MoneyBack {
    @Inject
    private Refunds refunds;

    /** Everything that is left. */
    Optional<Token> all(PaidOrder order, String reason, String key) {
        return granted(refunds.request(order.token(), OptionalLong.empty(), reason, key));
    }

    Optional<Token> some(PaidOrder order, Money amount, String reason, String key) {
        if (amount.isZero()) {
            return Optional.empty();
        }
        RefundDecision decision = refunds.request(order.token(), OptionalLong.of(amount.minor()), reason, key);
        return decision instanceof Refused refused && refused.reason() == Reason.TOO_MUCH
                ? all(order, reason, key)
                : granted(decision);
    }

    private static Optional<Token> granted(RefundDecision decision) {
        if (decision instanceof Granted granted) {
            return Optional.of(granted.refund().ref());
        }
        Refused refused = (Refused) decision;
        if (refused.reason() == Reason.NOTHING_LEFT) {
            return Optional.empty();
        }
        throw new IllegalStateException("the money cannot be given back: " + refused.detail());
    }
}

package arcade.payment;

import arcade.shared.Token;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** What a shopper or an operator may still wish of a payment, with an answer that he can be told. */
@ApplicationScoped
@Transactional
public class PaymentWishes {
    @Inject
    private Payments payments;

    /** What became of the wish to cancel. */
    public enum Cancellation {
        /** The till cancels at the gateway whatever could still be paid, and then frees the stock. */
        UNDERWAY,
        /** No money was taken and none will be; or that is being seen to already. */
        OVER,
        /** The money is being taken at this moment. */
        BEING_CAPTURED,
        /** The money was taken: it can only be given back. */
        CAPTURED,
        NO_SUCH_ORDER
    }

    /** What became of the wish to try another card. */
    public enum AnotherCard {
        TRIED,
        /** The last card was not declined. */
        NOT_DECLINED,
        /** The shopper pays on the gateway's page, which asks for another card by itself. */
        ON_ITS_PAGE,
        /** As many cards were tried as may be, or the payment is being given up. */
        NONE_LEFT,
        NO_SUCH_ORDER
    }

    /** Asked again, it does no more and answers the same. */
    public Cancellation cancel(Token order) {
        if (payments.cancel(order)) {
            return Cancellation.UNDERWAY;
        }
        return payments.ofOrder(order)
                .map(payment -> switch (payment.state()) {
                    case CAPTURED -> Cancellation.CAPTURED;
                    case CAPTURING, UNKNOWN_CAPTURE -> Cancellation.BEING_CAPTURED;
                    case VOIDING, UNKNOWN_VOID, VOIDED, EXPIRED, ABANDONED, CAPTURE_FAILED -> Cancellation.OVER;
                    case REQUESTED, AUTHORIZING, REQUIRES_ACTION, AUTHORIZED, DECLINED, UNKNOWN_AUTHORIZATION ->
                        Cancellation.UNDERWAY;
                })
                .orElse(Cancellation.NO_SUCH_ORDER);
    }

    /** @param card a payment method of the gateway, not its hosted page */
    public AnotherCard anotherCard(Token order, PaymentMethod card) {
        if (payments.anotherCard(order, card)) {
            return AnotherCard.TRIED;
        }
        return payments.ofOrder(order).map(PaymentWishes::whyNot).orElse(AnotherCard.NO_SUCH_ORDER);
    }

    private static AnotherCard whyNot(Payment payment) {
        if (payment.state() != PaymentState.DECLINED) {
            return AnotherCard.NOT_DECLINED;
        }
        return payment.method() == PaymentMethod.Kind.HOSTED ? AnotherCard.ON_ITS_PAGE : AnotherCard.NONE_LEFT;
    }
}

package arcade.till.reconcile;

import arcade.payment.PaymentState;
import arcade.shared.Money;
import arcade.till.gateway.GatewayIntent;
import arcade.till.gateway.GatewayIntent.Standing;

/** The two sides of one payment of 18.00 EUR, an hour old: {@code BothBooks.ours(CAPTURED)} and {@code theirs(TAKEN)}. */
final class BothBooks {
    static final long NOW = 1_800_000_000;
    static final String REF = "0123456789abcdefghjkmnpqrs";

    private BothBooks() {}

    static OurPayment ours(PaymentState state) {
        long captured = state == PaymentState.CAPTURED ? 1_800 : 0;
        return ours(state, "pi_1", captured, 0, false);
    }

    static OurPayment ours(PaymentState state, String intent, long captured, long refunded, boolean refundMoves) {
        return new OurPayment(REF, state, Money.of(1_800, "EUR"), intent, null, captured, refunded, refundMoves, 3);
    }

    static GatewayIntent theirs(Standing standing) {
        return theirs("pi_1", standing, 1_800, 0);
    }

    static GatewayIntent theirs(String id, Standing standing, long amount, long refunded) {
        long received = standing == Standing.TAKEN ? amount : 0;
        return new GatewayIntent(
                id, standing, standing.name(), REF, amount, "EUR", received, refunded, false, NOW - 3_600);
    }

    static GatewayIntent of(String payment, GatewayIntent intent) {
        return new GatewayIntent(
                intent.id(),
                intent.standing(),
                intent.word(),
                payment,
                intent.amountMinor(),
                intent.currency(),
                intent.receivedMinor(),
                intent.refundedMinor(),
                intent.disputed(),
                intent.createdSeconds());
    }

    static GatewayIntent secondsOld(long seconds, GatewayIntent intent) {
        return new GatewayIntent(
                intent.id(),
                intent.standing(),
                intent.word(),
                intent.paymentRef(),
                intent.amountMinor(),
                intent.currency(),
                intent.receivedMinor(),
                intent.refundedMinor(),
                intent.disputed(),
                NOW - seconds);
    }

    static GatewayIntent inDollars(GatewayIntent intent) {
        return new GatewayIntent(
                intent.id(),
                intent.standing(),
                intent.word(),
                intent.paymentRef(),
                intent.amountMinor(),
                "USD",
                intent.receivedMinor(),
                intent.refundedMinor(),
                intent.disputed(),
                intent.createdSeconds());
    }

    static GatewayIntent disputed(GatewayIntent intent) {
        return new GatewayIntent(
                intent.id(),
                intent.standing(),
                intent.word(),
                intent.paymentRef(),
                intent.amountMinor(),
                intent.currency(),
                intent.receivedMinor(),
                intent.refundedMinor(),
                true,
                intent.createdSeconds());
    }
}

package arcade.till.testing;

import arcade.payment.RefundState;
import arcade.shared.Money;
import arcade.shared.Token;
import arcade.till.refund.RefundRow;
import java.util.Optional;

/** Refunds of 5.00 EUR for tests: {@code ARefund.in(REFUNDING).named("re_1").row()}. */
public final class ARefund {
    public static final String INTENT = "pi_ours";

    private final RefundState state;
    private String gatewayRefund;
    private int asked;
    private long keyAgeSeconds = 1;

    private ARefund(RefundState state) {
        this.state = state;
    }

    public static ARefund in(RefundState state) {
        return new ARefund(state);
    }

    /** The gateway's name of it is known. */
    public ARefund named(String id) {
        gatewayRefund = id;
        return this;
    }

    public ARefund asked(int times) {
        asked = times;
        return this;
    }

    public ARefund keySentSecondsAgo(long seconds) {
        keyAgeSeconds = seconds;
        return this;
    }

    public RefundRow row() {
        return new RefundRow(
                11,
                Token.random(),
                7,
                Token.random(),
                Token.random(),
                1,
                Money.of(500, "EUR"),
                state,
                INTENT,
                gatewayRefund,
                asked,
                keyAgeSeconds,
                3,
                Optional.empty());
    }
}

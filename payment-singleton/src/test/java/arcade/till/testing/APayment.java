package arcade.till.testing;

import arcade.payment.PaymentMethod;
import arcade.payment.PaymentState;
import arcade.shared.Money;
import arcade.shared.Token;
import arcade.till.payment.GatewayNames;
import arcade.till.payment.Owed;
import arcade.till.payment.PaymentRow;
import java.time.Instant;
import java.util.Optional;

/** Payments for tests: {@code APayment.byToken().in(CAPTURING).row()}. */
public final class APayment {
    /** When each of them was sent. */
    public static final Instant SENT_AT = Instant.parse("2026-01-02T03:04:05Z");

    private PaymentMethod.Kind method = PaymentMethod.Kind.TOKEN;
    private String token = "pm_card_visa";
    private PaymentState state = PaymentState.REQUESTED;
    private int asked;
    private int attempt = 1;
    private long ageSeconds = 1;
    private String intent;
    private boolean givenUp;

    public static APayment byToken() {
        return new APayment();
    }

    public static APayment onTheHostedPage() {
        APayment payment = new APayment();
        payment.method = PaymentMethod.Kind.HOSTED;
        payment.token = null;
        return payment;
    }

    public APayment in(PaymentState present) {
        state = present;
        return this;
    }

    public APayment withIntent(String known) {
        intent = known;
        return this;
    }

    public APayment givenUp() {
        givenUp = true;
        return this;
    }

    public APayment withoutToken() {
        token = null;
        return this;
    }

    public APayment asked(int times) {
        asked = times;
        return this;
    }

    public APayment attempt(int number) {
        attempt = number;
        return this;
    }

    public APayment hoursOld(int hours) {
        ageSeconds = hours * 3600L;
        return this;
    }

    public PaymentRow row() {
        Owed owed = new Owed(
                Token.random(),
                Token.random(),
                1,
                "arcade",
                Money.of(1_800, "EUR"),
                method,
                "http://arcade.localhost:8080",
                Optional.empty());
        return new PaymentRow(
                7, owed, state, attempt, token, new GatewayNames(intent, null), SENT_AT, asked, ageSeconds, givenUp, 3);
    }
}

package arcade.web.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.ordering.Address;
import arcade.ordering.Buyer;
import arcade.ordering.OrderState;
import arcade.ordering.OrderView;
import arcade.payment.PaymentMethod;
import arcade.payment.PaymentState;
import arcade.shared.Money;
import arcade.shared.Token;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StageTest {
    private static final String PAGE = "http://gateway/pay/1";

    @ParameterizedTest
    @EnumSource(
            value = PaymentState.class,
            names = {"UNKNOWN_AUTHORIZATION", "UNKNOWN_CAPTURE", "AUTHORIZED", "CAPTURING", "CAPTURED"})
    void anUnknownOutcomeIsBeingConfirmedNeverFailed(PaymentState state) {
        assertEquals(Stage.CONFIRMING, stage(OrderState.PLACED, state, Optional.of(PAGE)));
    }

    @ParameterizedTest
    @EnumSource(
            value = PaymentState.class,
            names = {"VOIDING", "UNKNOWN_VOID"})
    void anOrderIsNotCancelledBeforeTheGatewaySaysSo(PaymentState state) {
        assertEquals(Stage.LETTING_GO, stage(OrderState.PLACED, state, Optional.of(PAGE)));
        assertTrue(Stage.LETTING_GO.isMoving());
    }

    @Test
    void onlyAPaidOrderIsPaid() {
        for (PaymentState state : EnumSet.allOf(PaymentState.class)) {
            assertNotEquals(Stage.PAID, stage(OrderState.PLACED, state, Optional.empty()));
        }
        assertEquals(Stage.PAID, stage(OrderState.PAID, PaymentState.CAPTURED, Optional.of(PAGE)));
    }

    @Test
    void theBuyerPaysAsSoonAsThereIsAPage() {
        assertEquals(Stage.PREPARING, stage(OrderState.PLACED, PaymentState.REQUESTED, Optional.empty()));
        assertEquals(Stage.TO_PAY, stage(OrderState.PLACED, PaymentState.REQUIRES_ACTION, Optional.of(PAGE)));
    }

    @Test
    void aDeclinedCardIsNoCancelledOrder() {
        assertEquals(Stage.DECLINED, stage(OrderState.PLACED, PaymentState.DECLINED, Optional.of(PAGE)));
        assertEquals(Stage.CANCELLED, stage(OrderState.CANCELLED, PaymentState.ABANDONED, Optional.of(PAGE)));
    }

    private static Stage stage(OrderState order, PaymentState payment, Optional<String> page) {
        Money nothing = Money.of(0, "EUR");
        return Stage.of(new OrderView(
                Token.random(),
                order == OrderState.PAID ? OptionalLong.of(1001) : OptionalLong.empty(),
                order,
                new Buyer("a@example.com", "A"),
                new Address("1 Street", "12345", "Town", "DE"),
                Optional.empty(),
                List.of(),
                nothing,
                List.of(),
                nothing,
                nothing,
                nothing,
                new OrderView.PaymentProgress(
                        payment, PaymentMethod.Kind.HOSTED, page, Optional.empty(), Optional.empty()),
                List.of(),
                Instant.EPOCH,
                Optional.empty()));
    }
}

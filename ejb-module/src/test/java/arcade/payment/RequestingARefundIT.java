package arcade.payment;

import static arcade.testing.Shopfloor.wish;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.ordering.Checkout;
import arcade.ordering.Placement;
import arcade.payment.RefundDecision.Granted;
import arcade.payment.RefundDecision.Reason;
import arcade.payment.RefundDecision.Refused;
import arcade.shared.Token;
import arcade.store.Store;
import arcade.testing.DomainRelease;
import arcade.testing.Shopfloor;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Asking for money back, on the real database. The order costs 17.40. */
@ExtendWith(ArquillianExtension.class)
class RequestingARefundIT {
    private static final OptionalLong ALL = OptionalLong.empty();

    @Deployment
    static WebArchive release() {
        return DomainRelease.war();
    }

    @Inject
    private Shopfloor floor;

    @Inject
    private Checkout checkout;

    @Inject
    private Refunds refunds;

    @Test
    void aDoubleClickIsOneRefund() throws Exception {
        Token order = aPaidOrder();

        List<RefundDecision> answers = floor.atOnce(8, () -> refunds.request(order, ALL, "damaged", "same-key"));

        assertEquals(
                1,
                answers.stream()
                        .map(answer -> granted(answer).refund().ref())
                        .distinct()
                        .count());
        assertEquals(
                1, answers.stream().filter(answer -> !granted(answer).again()).count());
        assertEquals(List.of(1740L), amounts(order));
    }

    @Test
    void partsAskedForAtOnceNeverExceedWhatWasCaptured() throws Exception {
        Token order = aPaidOrder();
        AtomicInteger keys = new AtomicInteger();

        List<RefundDecision> answers = floor.atOnce(
                8, () -> refunds.request(order, OptionalLong.of(500), "part", "key-" + keys.incrementAndGet()));

        assertEquals(3, answers.stream().filter(Granted.class::isInstance).count());
        assertEquals(List.of(500L, 500L, 500L), amounts(order));
        assertEquals(Reason.TOO_MUCH, reason(refunds.request(order, OptionalLong.of(241), "part", "more")));
        assertEquals(
                240,
                granted(refunds.request(order, ALL, "rest", "rest"))
                        .refund()
                        .amount()
                        .minor());
        assertEquals(Reason.NOTHING_LEFT, reason(refunds.request(order, ALL, "rest", "again")));
    }

    @Test
    void ofThoseWhoSawTheSameOneGivesMoneyBackAndTheOthersAreTold() throws Exception {
        Token order = aPaidOrder();
        AtomicInteger keys = new AtomicInteger();
        OptionalLong some = OptionalLong.of(500);
        OptionalLong seen = OptionalLong.of(1740);

        List<RefundDecision> answers =
                floor.atOnce(4, () -> refunds.request(order, some, seen, "part", "seen-" + keys.incrementAndGet()));

        assertEquals(1, answers.stream().filter(Granted.class::isInstance).count());
        assertEquals(
                3,
                answers.stream()
                        .filter(answer ->
                                answer instanceof RefundDecision.Refused refused && refused.reason() == Reason.CHANGED)
                        .count());
        assertEquals(List.of(500L), amounts(order));
        granted(refunds.request(order, some, OptionalLong.of(1240), "part", "knowing"));
        assertTrue(
                granted(refunds.request(order, some, seen, "part", "knowing")).again());
    }

    @Test
    void theSameKeyGetsTheSameRefundForEver() {
        Token order = aPaidOrder();
        Refund first = granted(refunds.request(order, ALL, "damaged", "key")).refund();
        floor.change(
                "UPDATE refund SET state = 'REFUND_FAILED' WHERE ref = ?",
                first.ref().value());

        Granted again = granted(refunds.request(order, ALL, "damaged", "key"));

        assertTrue(again.again());
        assertEquals(first.ref(), again.refund().ref());
        assertEquals(
                first.ref(),
                granted(refunds.request(order, OptionalLong.of(1740), "x", "key"))
                        .refund()
                        .ref());
        assertEquals(Reason.KEY_REUSED, reason(refunds.request(order, OptionalLong.of(1739), "x", "key")));
    }

    @Test
    void whatFailedMayBeAskedForAgain() {
        Token order = aPaidOrder();
        Refund failed = granted(refunds.request(order, ALL, "damaged", "first")).refund();
        floor.change(
                "UPDATE refund SET state = 'REFUND_FAILED' WHERE ref = ?",
                failed.ref().value());

        assertEquals(
                1740,
                granted(refunds.request(order, ALL, "damaged", "second"))
                        .refund()
                        .amount()
                        .minor());
    }

    @Test
    void onlyCapturedMoneyIsGivenBack() {
        Token order = anOrder();

        assertEquals(Reason.NOT_CAPTURED, reason(refunds.request(order, ALL, "damaged", "key")));
        assertEquals(Reason.NO_SUCH_ORDER, reason(refunds.request(Token.random(), ALL, "damaged", "key")));
        assertEquals(List.of(), refunds.ofOrder(order));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        Token order = aPaidOrder();

        assertEquals(Reason.AMOUNT, reason(refunds.request(order, OptionalLong.of(0), "r", "1")));
        assertEquals(Reason.AMOUNT, reason(refunds.request(order, OptionalLong.of(-5), "r", "2")));
        assertEquals(Reason.TOO_MUCH, reason(refunds.request(order, OptionalLong.of(Long.MAX_VALUE), "r", "3")));
        assertEquals(Reason.REASON, reason(refunds.request(order, ALL, " ", "4")));
        assertEquals(Reason.REASON, reason(refunds.request(order, ALL, "r".repeat(201), "5")));
        assertEquals(List.of(), refunds.ofOrder(order));
    }

    @Test
    void thereIsABoundToTheRefundsOfAPayment() {
        Token order = aPaidOrder();
        for (int i = 0; i < Refunds.MOST; i++) {
            granted(refunds.request(order, OptionalLong.of(1), "cent", "key-" + i));
        }

        assertEquals(Reason.TOO_MANY, reason(refunds.request(order, ALL, "rest", "one-more")));
    }

    private Token anOrder() {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 9);
        Placement placed = checkout.place(
                store, wish(floor.cartWith(store, "MUG", 1), UUID.randomUUID().toString()));
        return Shopfloor.placed(placed);
    }

    private Token aPaidOrder() {
        Token order = anOrder();
        floor.change(
                "UPDATE payment SET state = 'CAPTURED', captured_minor = amount_minor, due_at = NULL WHERE order_ref = ?",
                order.value());
        return order;
    }

    private List<Long> amounts(Token order) {
        return refunds.ofOrder(order).stream()
                .map(refund -> refund.amount().minor())
                .toList();
    }

    private static Granted granted(RefundDecision decision) {
        return assertInstanceOf(Granted.class, decision, decision::toString);
    }

    private static Reason reason(RefundDecision decision) {
        return assertInstanceOf(Refused.class, decision, decision::toString).reason();
    }
}

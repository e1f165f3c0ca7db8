package arcade.till.payment;

import static arcade.payment.PaymentState.ABANDONED;
import static arcade.payment.PaymentState.AUTHORIZED;
import static arcade.payment.PaymentState.AUTHORIZING;
import static arcade.payment.PaymentState.CAPTURED;
import static arcade.payment.PaymentState.CAPTURE_FAILED;
import static arcade.payment.PaymentState.CAPTURING;
import static arcade.payment.PaymentState.DECLINED;
import static arcade.payment.PaymentState.REQUIRES_ACTION;
import static arcade.payment.PaymentState.UNKNOWN_AUTHORIZATION;
import static arcade.payment.PaymentState.UNKNOWN_CAPTURE;
import static arcade.payment.PaymentState.UNKNOWN_VOID;
import static arcade.payment.PaymentState.VOIDED;
import static arcade.payment.PaymentState.VOIDING;

import arcade.payment.PaymentMethod;
import arcade.payment.PaymentState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The rules by which a payment moves, as pure functions: what a due payment needs next, and what an answer makes of it. Nothing
 * here touches a clock, a database or a network.
 */
public final class PaymentProcess {
    /** A call is answered or given up well within this time (connect 1 s, read 10 s); past it, its sender is dead. */
    static final Duration IN_FLIGHT = Duration.ofSeconds(20);
    /** How long a declined order keeps its stock for another card. */
    static final Duration ANOTHER_CARD = Duration.ofMinutes(30);
    /** The gateway forgets an idempotency key after 24 hours; past 23 a call is not sent again. */
    public static final Duration SEND_AGAIN = Duration.ofHours(23);

    private static final Duration SHOPPER_LOOK = Duration.ofSeconds(30);
    private static final Duration SHOPPER_LOOK_LATER = Duration.ofMinutes(2);
    private static final int SHOPPER_LOOKS = 4;

    private PaymentProcess() {}

    /** The intention to commit for a payment that is due, and the call to send after that. */
    public static Change begin(PaymentRow row) {
        return switch (row.state()) {
            // Nothing was ever sent, so there is nothing to cancel.
            case REQUESTED ->
                row.givenUp() ? end(row, ABANDONED) : send(row, row.attempt(), firstCall(row), AUTHORIZING);
            case DECLINED -> afterDecline(row);
            case REQUIRES_ACTION -> row.givenUp() ? letGo(row) : send(row, row.attempt(), Operation.ASK);
            case AUTHORIZED -> row.givenUp() ? letGo(row) : send(row, row.attempt(), Operation.CAPTURE, CAPTURING);
            // In flight past its time: the till that sent it died, and nobody knows the answer.
            case AUTHORIZING -> send(row, row.attempt(), Operation.ASK, UNKNOWN_AUTHORIZATION);
            case CAPTURING -> send(row, row.attempt(), Operation.ASK, UNKNOWN_CAPTURE);
            case VOIDING -> send(row, row.attempt(), Operation.ASK, UNKNOWN_VOID);
            case UNKNOWN_AUTHORIZATION, UNKNOWN_CAPTURE, UNKNOWN_VOID -> send(row, row.attempt(), Operation.ASK);
            case CAPTURED, CAPTURE_FAILED, VOIDED, EXPIRED, ABANDONED -> end(row);
        };
    }

    /** What the answer to a call makes of the payment. */
    public static Change after(PaymentRow row, Operation operation, Answer answer) {
        if (answer instanceof Answer.Foreign foreign) {
            return notBelieved(row, operation, foreign);
        }
        return switch (operation) {
            case OPEN_PAGE, AUTHORIZE -> afterAuthorizing(row, answer);
            case CAPTURE -> afterCapturing(row, answer);
            case VOID -> afterVoiding(row, answer);
            case ASK ->
                switch (row.state()) {
                    case UNKNOWN_CAPTURE -> afterAskingForCapture(row, answer);
                    case UNKNOWN_VOID -> afterAskingForVoid(row, answer);
                    default -> afterAskingForAuthorization(row, answer);
                };
        };
    }

    private static Change afterAuthorizing(PaymentRow row, Answer answer) {
        if (answer instanceof Answer.Authorized authorized) {
            return authorized(row, authorized.intent());
        }
        if (answer instanceof Answer.WaitsForShopper waits) {
            return waitForShopper(row, waits, REQUIRES_ACTION);
        }
        if (answer instanceof Answer.Declined declined) {
            return decline(row, declined.intent(), declined.reason(), ANOTHER_CARD);
        }
        return unknown(row, answer, UNKNOWN_AUTHORIZATION);
    }

    private static Change afterCapturing(PaymentRow row, Answer answer) {
        if (answer instanceof Answer.Captured captured && captured.amount().equals(row.amount())) {
            return captured(row, captured);
        }
        if (answer instanceof Answer.Closed closed) {
            return end(row, Learned.reason(null, closed.reason()), CAPTURE_FAILED);
        }
        return unknown(row, answer, UNKNOWN_CAPTURE);
    }

    private static Change afterVoiding(PaymentRow row, Answer answer) {
        return voided(row, answer).orElseGet(() -> unknown(row, answer, UNKNOWN_VOID));
    }

    private static Change afterAskingForAuthorization(PaymentRow row, Answer answer) {
        boolean unknown = row.state() == UNKNOWN_AUTHORIZATION;
        if (answer instanceof Answer.Authorized authorized) {
            return authorized(row, authorized.intent());
        }
        if (answer instanceof Answer.Captured captured) {
            return capture(row, captured.intent());
        }
        if (answer instanceof Answer.Declined declined) {
            return decline(row, declined.intent(), declined.reason(), ANOTHER_CARD);
        }
        if (answer instanceof Answer.Closed closed) {
            return unknown
                    ? decline(row, null, closed.reason(), Duration.ZERO)
                    : end(row, Learned.reason(null, closed.reason()), ABANDONED);
        }
        if (answer instanceof Answer.WaitsForShopper waits) {
            return unknown ? waitForShopper(row, waits, REQUIRES_ACTION) : waitForShopper(row, waits);
        }
        if (answer instanceof Answer.NotExecuted not) {
            return unknown ? sendAgain(row, not) : decline(row, not.intent(), "authentication_failed", ANOTHER_CARD);
        }
        return askLater(row, answer);
    }

    private static Change afterAskingForCapture(PaymentRow row, Answer answer) {
        if (answer instanceof Answer.Captured captured && captured.amount().equals(row.amount())) {
            return captured(row, captured);
        }
        // However old: an intent can be captured once, whatever the key.
        if (answer instanceof Answer.Authorized) {
            return again(row, Operation.CAPTURE, Learned.NOTHING, CAPTURING);
        }
        if (answer instanceof Answer.Closed closed) {
            return end(row, Learned.reason(null, closed.reason()), CAPTURE_FAILED);
        }
        return askLater(row, answer);
    }

    private static Change afterAskingForVoid(PaymentRow row, Answer answer) {
        if (answer instanceof Answer.Unknown || isNameless(answer) && !isYoung(row)) {
            // Nameless and old, making it again would make another one: a human must look.
            return askLater(row, answer);
        }
        // Whatever it shows, it is not closed: however old, closing it twice is closing it once.
        return voided(row, answer).orElseGet(() -> again(row, Operation.VOID, Learned.from(answer), VOIDING));
    }

    /** Where the answer shows that letting go has come to an end, one way or the other. */
    private static Optional<Change> voided(PaymentRow row, Answer answer) {
        if (answer instanceof Answer.Closed closed) {
            return Optional.of(end(row, Learned.reason(null, closed.reason()), VOIDED));
        }
        if (answer instanceof Answer.Captured captured && captured.amount().equals(row.amount())) {
            return Optional.of(captured(row, captured)
                    .finding(
                            BreakKind.TAKEN_AFTER_GIVING_UP,
                            "the order was given up, but its money was taken at the gateway before it could be let go:"
                                    + " it counts as paid; refund it if the shopper does not want it"));
        }
        return Optional.empty();
    }

    private static Change afterDecline(PaymentRow row) {
        if (row.methodToken() != null && !row.givenUp()) {
            return send(row, row.attempt() + 1, Operation.AUTHORIZE, AUTHORIZING);
        }
        return row.isKnownToGateway() ? letGo(row) : end(row, ABANDONED);
    }

    private static Change letGo(PaymentRow row) {
        return Change.of(
                row, List.of(VOIDING), Learned.NOTHING, row.attempt(), 0, IN_FLIGHT, Optional.of(Operation.VOID));
    }

    private static Change sendAgain(PaymentRow row, Answer.NotExecuted not) {
        if (row.givenUp() && (isYoung(row) || not.intent() != null)) {
            return again(row, Operation.VOID, Learned.intent(not.intent()), VOIDING);
        }
        if (!isYoung(row)) {
            return askLater(row, not);
        }
        return again(row, firstCall(row), Learned.intent(not.intent()), AUTHORIZING);
    }

    private static Operation firstCall(PaymentRow row) {
        return row.method() == PaymentMethod.Kind.HOSTED ? Operation.OPEN_PAGE : Operation.AUTHORIZE;
    }

    private static boolean isNameless(Answer answer) {
        return answer instanceof Answer.NotExecuted not && not.intent() == null;
    }

    private static boolean isYoung(PaymentRow row) {
        return row.ageSeconds() < SEND_AGAIN.toSeconds();
    }

    private static Change send(PaymentRow row, int attempt, Operation operation, PaymentState... path) {
        return Change.of(row, List.of(path), Learned.NOTHING, attempt, row.asked(), IN_FLIGHT, Optional.of(operation));
    }

    /**
     * Once more under the same key; it counts as asked, so that a gateway that says yes and does nothing is not pestered. Where a
     * name was learned, another call follows than the one that came to nothing, and its schedule begins anew.
     */
    private static Change again(PaymentRow row, Operation operation, Learned learned, PaymentState... path) {
        int asked = row.intent() == null && learned.intent() != null ? 0 : row.asked() + 1;
        return Change.of(row, List.of(path), learned, row.attempt(), asked, IN_FLIGHT, Optional.of(operation));
    }

    private static Change authorized(PaymentRow row, String intent) {
        if (!row.givenUp()) {
            return capture(row, intent);
        }
        return Change.of(
                row,
                List.of(AUTHORIZED, VOIDING),
                Learned.intent(intent),
                row.attempt(),
                0,
                IN_FLIGHT,
                Optional.of(Operation.VOID));
    }

    private static Change capture(PaymentRow row, String intent) {
        return Change.of(
                row,
                List.of(AUTHORIZED, CAPTURING),
                Learned.intent(intent),
                row.attempt(),
                0,
                IN_FLIGHT,
                Optional.of(Operation.CAPTURE));
    }

    private static Change captured(PaymentRow row, Answer.Captured captured) {
        Learned learned =
                new Learned(captured.intent(), null, null, captured.amount().minor(), null);
        return end(row, learned, CAPTURED);
    }

    private static Change end(PaymentRow row, PaymentState... path) {
        return end(row, Learned.NOTHING, path);
    }

    private static Change end(PaymentRow row, Learned learned, PaymentState... path) {
        return Change.of(row, List.of(path), learned, row.attempt(), 0, null, Optional.empty());
    }

    private static Change waitForShopper(PaymentRow row, Answer.WaitsForShopper waits, PaymentState... path) {
        int asked = path.length == 0 ? row.asked() + 1 : 0;
        Duration next = row.givenUp() ? Duration.ZERO : nextLook(asked);
        return Change.of(row, List.of(path), Learned.from(waits), row.attempt(), asked, next, Optional.empty());
    }

    private static Change decline(PaymentRow row, String intent, String reason, Duration keep) {
        Learned learned = Learned.reason(intent, reason);
        Duration next = row.givenUp() ? Duration.ZERO : keep;
        return Change.of(row, List.of(DECLINED), learned, row.attempt(), 0, next, Optional.empty());
    }

    private static Change unknown(PaymentRow row, Answer answer, PaymentState state) {
        Duration ask = AskSchedule.next(row.asked());
        Learned learned = Learned.silence(answer);
        return overdue(Change.of(row, List.of(state), learned, row.attempt(), row.asked(), ask, Optional.empty()));
    }

    private static Change askLater(PaymentRow row, Answer answer) {
        int asked = row.asked() + 1;
        Learned learned = Learned.silence(answer);
        // Who waits for the shopper asks for news, not for what became of a call.
        Duration next = row.state() == REQUIRES_ACTION ? nextLook(asked) : AskSchedule.next(asked);
        return overdue(Change.of(row, List.of(), learned, row.attempt(), asked, next, Optional.empty()));
    }

    private static Duration nextLook(int asked) {
        return asked < SHOPPER_LOOKS ? SHOPPER_LOOK : SHOPPER_LOOK_LATER;
    }

    private static Change overdue(Change change) {
        return AskSchedule.isOver(change.asked()) && change.state() != REQUIRES_ACTION
                ? change.finding(
                        BreakKind.UNRESOLVED,
                        "the gateway does not tell: " + change.learned().reason())
                : change;
    }

    private static Change notBelieved(PaymentRow row, Operation operation, Answer.Foreign foreign) {
        Change change = switch (operation) {
            case OPEN_PAGE, AUTHORIZE -> unknown(row, foreign, UNKNOWN_AUTHORIZATION);
            case CAPTURE -> unknown(row, foreign, UNKNOWN_CAPTURE);
            case VOID -> unknown(row, foreign, UNKNOWN_VOID);
            case ASK -> askLater(row, foreign);
        };
        return change.finding(BreakKind.FOREIGN_ANSWER, operation + ": " + foreign.detail());
    }
}

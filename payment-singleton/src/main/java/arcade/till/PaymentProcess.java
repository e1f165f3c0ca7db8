package arcade.till;

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

import arcade.payment.PaymentMethod;
import arcade.payment.PaymentState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The rules by which a payment moves, as pure functions: what a due payment needs next, and what an answer makes of it. Nothing
 * here touches a clock, a database or a network.
 */
final class PaymentProcess {
    /** A call is answered or given up well within this time (connect 1 s, read 10 s); past it, its sender is dead. */
    static final Duration IN_FLIGHT = Duration.ofSeconds(20);
    /** How long a declined order keeps its stock for another card. */
    static final Duration ANOTHER_CARD = Duration.ofMinutes(30);
    /** The gateway forgets an idempotency key after 24 hours; past 23 a call is not sent again. */
    static final Duration SEND_AGAIN = Duration.ofHours(23);
    /** When an unknown outcome is asked about, counted from the last time; after the last, each hour. */
    static final List<Duration> ASK_AFTER = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(60),
            Duration.ofMinutes(5),
            Duration.ofHours(1));

    private static final Duration SHOPPER_LOOK = Duration.ofSeconds(30);
    private static final Duration SHOPPER_LOOK_LATER = Duration.ofMinutes(2);
    private static final int SHOPPER_LOOKS = 4;

    private PaymentProcess() {}

    /** The intention to commit for a payment that is due, and the call to send after that. */
    static Change begin(PaymentRow row) {
        return switch (row.state()) {
            case REQUESTED -> send(row, row.attempt(), firstCall(row), AUTHORIZING);
            case DECLINED ->
                row.methodToken() != null
                        ? send(row, row.attempt() + 1, Operation.AUTHORIZE, AUTHORIZING)
                        : end(row, Learned.NOTHING, ABANDONED);
            case AUTHORIZED -> send(row, row.attempt(), Operation.CAPTURE, CAPTURING);
            // In flight past its time: the till that sent it died, and nobody knows the answer.
            case AUTHORIZING -> send(row, row.attempt(), Operation.ASK, UNKNOWN_AUTHORIZATION);
            case CAPTURING -> send(row, row.attempt(), Operation.ASK, UNKNOWN_CAPTURE);
            case UNKNOWN_AUTHORIZATION, UNKNOWN_CAPTURE, REQUIRES_ACTION -> send(row, row.attempt(), Operation.ASK);
            case VOIDING, UNKNOWN_VOID, CAPTURED, CAPTURE_FAILED, VOIDED, EXPIRED, ABANDONED ->
                end(row, Learned.NOTHING);
        };
    }

    /** What the answer to a call makes of the payment. */
    static Change after(PaymentRow row, Operation operation, Answer answer) {
        return switch (operation) {
            case OPEN_PAGE, AUTHORIZE -> afterAuthorizing(row, answer);
            case CAPTURE -> afterCapturing(row, answer);
            case ASK -> row.state() == UNKNOWN_CAPTURE ? afterAskingForCapture(row, answer) : afterAsking(row, answer);
        };
    }

    private static Change afterAuthorizing(PaymentRow row, Answer answer) {
        if (answer instanceof Answer.Authorized authorized) {
            return capture(row, authorized.intent());
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

    private static Change afterAsking(PaymentRow row, Answer answer) {
        boolean unknown = row.state() == UNKNOWN_AUTHORIZATION;
        if (answer instanceof Answer.Authorized authorized) {
            return capture(row, authorized.intent());
        }
        if (answer instanceof Answer.Captured captured) {
            return capture(row, captured.intent());
        }
        if (answer instanceof Answer.WaitsForShopper waits) {
            return unknown ? waitForShopper(row, waits, REQUIRES_ACTION) : waitForShopper(row, waits);
        }
        if (answer instanceof Answer.Declined declined) {
            return decline(row, declined.intent(), declined.reason(), ANOTHER_CARD);
        }
        if (answer instanceof Answer.Closed closed) {
            return unknown
                    ? decline(row, null, closed.reason(), Duration.ZERO)
                    : end(row, Learned.reason(null, closed.reason()), ABANDONED);
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
            return send(row, row.attempt(), Operation.CAPTURE, CAPTURING);
        }
        if (answer instanceof Answer.Closed closed) {
            return end(row, Learned.reason(null, closed.reason()), CAPTURE_FAILED);
        }
        return askLater(row, answer);
    }

    private static Change sendAgain(PaymentRow row, Answer.NotExecuted not) {
        if (!isYoung(row)) {
            return askLater(row, not);
        }
        return Change.of(
                row,
                List.of(AUTHORIZING),
                Learned.intent(not.intent()),
                row.attempt(),
                row.asked(),
                IN_FLIGHT,
                Optional.of(firstCall(row)));
    }

    private static Operation firstCall(PaymentRow row) {
        return row.method() == PaymentMethod.Kind.HOSTED ? Operation.OPEN_PAGE : Operation.AUTHORIZE;
    }

    private static boolean isYoung(PaymentRow row) {
        return row.ageSeconds() < SEND_AGAIN.toSeconds();
    }

    private static Change send(PaymentRow row, int attempt, Operation operation, PaymentState... path) {
        return Change.of(row, List.of(path), Learned.NOTHING, attempt, row.asked(), IN_FLIGHT, Optional.of(operation));
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

    private static Change end(PaymentRow row, Learned learned, PaymentState... path) {
        return Change.of(row, List.of(path), learned, row.attempt(), 0, null, Optional.empty());
    }

    private static Change waitForShopper(PaymentRow row, Answer.WaitsForShopper waits, PaymentState... path) {
        int asked = path.length == 0 ? row.asked() + 1 : 0;
        Duration look = asked < SHOPPER_LOOKS ? SHOPPER_LOOK : SHOPPER_LOOK_LATER;
        Learned learned = new Learned(waits.intent(), waits.session(), waits.url(), null, null);
        return Change.of(row, List.of(path), learned, row.attempt(), asked, look, Optional.empty());
    }

    private static Change decline(PaymentRow row, String intent, String reason, Duration keep) {
        Learned learned = Learned.reason(intent, reason);
        return Change.of(row, List.of(DECLINED), learned, row.attempt(), 0, keep, Optional.empty());
    }

    private static Change unknown(PaymentRow row, Answer answer, PaymentState state) {
        Learned learned = Learned.reason(null, detail(answer));
        return Change.of(row, List.of(state), learned, row.attempt(), 0, ASK_AFTER.get(0), Optional.empty());
    }

    private static Change askLater(PaymentRow row, Answer answer) {
        int asked = row.asked() + 1;
        Duration later = ASK_AFTER.get(Math.min(asked, ASK_AFTER.size() - 1));
        Learned learned = Learned.reason(null, detail(answer));
        return Change.of(row, List.of(), learned, row.attempt(), asked, later, Optional.empty());
    }

    private static String detail(Answer answer) {
        String text = answer instanceof Answer.Unknown unknown ? unknown.detail() : answer.toString();
        return text.substring(0, Math.min(100, text.length()));
    }
}

package arcade.till.refund;

import static arcade.payment.RefundState.REFUNDED;
import static arcade.payment.RefundState.REFUNDING;
import static arcade.payment.RefundState.REFUND_FAILED;
import static arcade.payment.RefundState.UNKNOWN_REFUND;

import arcade.payment.RefundState;
import arcade.till.payment.AskSchedule;
import arcade.till.payment.BreakKind;
import java.time.Duration;

/**
 * The rules by which a refund moves, as pure functions: what a due refund needs next, and what an answer makes of it. Nothing here
 * touches a clock, a database or a network.
 */
public final class RefundProcess {
    /** A call is answered or given up well within this time (connect 1 s, read 10 s); past it, its sender is dead. */
    public static final Duration IN_FLIGHT = Duration.ofSeconds(20);
    /** The gateway forgets an idempotency key after 24 hours; past 23 a call is not sent again under it. */
    static final Duration SEND_AGAIN = Duration.ofHours(23);

    private RefundProcess() {}

    /** The intention to commit for a refund that is due, and the call to send after that. */
    public static RefundChange begin(RefundRow row) {
        return switch (row.state()) {
            case REQUESTED -> RefundChange.sending(row, RefundOperation.REFUND, REFUNDING);
            // Named, the gateway has it and was not done with it. Nameless, it is in flight past its time: the till
            // that sent it died, and nobody knows the answer.
            case REFUNDING ->
                row.gatewayRefund() != null
                        ? RefundChange.sending(row, RefundOperation.ASK)
                        : RefundChange.sending(row, RefundOperation.ASK, UNKNOWN_REFUND);
            case UNKNOWN_REFUND, REFUNDED -> RefundChange.sending(row, RefundOperation.ASK);
            case REFUND_FAILED -> RefundChange.ending(row, null, null);
        };
    }

    /** What the answer to a call makes of the refund. */
    public static RefundChange after(RefundRow row, RefundOperation operation, RefundAnswer answer) {
        if (row.state() == REFUNDED) {
            return afterAskingForBadNews(row, answer);
        }
        if (answer instanceof RefundAnswer.Done done) {
            return RefundChange.ending(row, done.gatewayRefund(), null, REFUNDED);
        }
        if (answer instanceof RefundAnswer.Failed failed) {
            return failed(row, failed.gatewayRefund(), failed.reason());
        }
        if (answer instanceof RefundAnswer.Pending pending) {
            return row.state() == UNKNOWN_REFUND
                    ? RefundChange.waiting(row, pending.gatewayRefund(), 0, REFUNDING)
                    : RefundChange.waiting(row, pending.gatewayRefund(), row.asked() + 1);
        }
        if (answer instanceof RefundAnswer.NotExecuted && row.state() == UNKNOWN_REFUND) {
            return notExecuted(row);
        }
        return unknown(row, operation, answer);
    }

    /** The gateway said that it is done; only a bank that sent the money back changes that. */
    private static RefundChange afterAskingForBadNews(RefundRow row, RefundAnswer answer) {
        if (answer instanceof RefundAnswer.Failed failed) {
            return failed(row, failed.gatewayRefund(), failed.reason());
        }
        if (answer instanceof RefundAnswer.Foreign foreign) {
            return RefundChange.ending(row, null, null).finding(BreakKind.FOREIGN_ANSWER, foreign.detail());
        }
        return answer instanceof RefundAnswer.Unknown && !AskSchedule.isOver(row.asked())
                ? RefundChange.waiting(row, null, row.asked() + 1)
                : RefundChange.ending(row, null, null);
    }

    private static RefundChange failed(RefundRow row, String gatewayRefund, String reason) {
        return RefundChange.ending(row, gatewayRefund, reason, REFUND_FAILED)
                .finding(BreakKind.REFUND_FAILED, "the refund of " + name(row) + " failed: " + reason);
    }

    /**
     * Sent again under its own key while the gateway still knows the key. Past that nothing but the gateway's list would stand
     * between a lost call and a second refund, so a human is told, and asks for a new one.
     */
    private static RefundChange notExecuted(RefundRow row) {
        return row.keyAgeSeconds() < SEND_AGAIN.toSeconds()
                ? RefundChange.sending(row, RefundOperation.REFUND, REFUNDING)
                : failed(row, null, "not executed within 23 hours");
    }

    private static RefundChange unknown(RefundRow row, RefundOperation operation, RefundAnswer answer) {
        boolean asked = operation == RefundOperation.ASK;
        RefundState[] path = asked ? new RefundState[0] : new RefundState[] {UNKNOWN_REFUND};
        RefundChange later = RefundChange.waiting(row, null, timesAsked(row, asked), path);
        if (answer instanceof RefundAnswer.Foreign foreign) {
            return later.finding(BreakKind.FOREIGN_ANSWER, foreign.detail());
        }
        return AskSchedule.isOver(later.asked())
                ? later.finding(
                        BreakKind.UNRESOLVED, "nobody knows what became of the refund of " + name(row) + ": " + answer)
                : later;
    }

    /** Each sending begins the schedule anew, but not for longer than the whole schedule takes. */
    private static int timesAsked(RefundRow row, boolean asked) {
        int all = AskSchedule.ASK_AFTER.size();
        boolean late = row.keyAgeSeconds() >= AskSchedule.ASK_AFTER.get(all - 1).toSeconds();
        int times = asked ? row.asked() + 1 : 0;
        return late ? Math.max(times, all) : times;
    }

    private static String name(RefundRow row) {
        return row.amount().minor() + " " + row.amount().currency() + " (minor units) for order " + row.orderRef();
    }
}

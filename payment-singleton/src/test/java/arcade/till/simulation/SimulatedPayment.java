package arcade.till.simulation;

import arcade.payment.PaymentMethod;
import arcade.payment.PaymentState;
import arcade.shared.Money;
import arcade.shared.Token;
import arcade.till.payment.Change;
import arcade.till.payment.GatewayNames;
import arcade.till.payment.Operation;
import arcade.till.payment.Owed;
import arcade.till.payment.PaymentProcess;
import arcade.till.payment.PaymentRow;
import java.time.Instant;
import java.util.Optional;

/** A row of {@code payment} in the simulated database. A transaction writes to a copy, which its commit puts in the row's place. */
final class SimulatedPayment implements Cloneable {
    /** Never due. */
    static final long NEVER = Long.MAX_VALUE;
    /** How long an order waits for its money. */
    static final long GIVE_UP = 30 * SimulatedTime.MINUTE;

    final long id;
    final Token ref;
    final Token order;
    final Money amount;
    final PaymentMethod.Kind method;
    String methodToken;
    PaymentState state = PaymentState.REQUESTED;
    int attempt = 1;
    String intent;
    String session;
    int asked;
    long dueAt;
    long createdAt;
    long sentAt;
    long giveUpAt;
    long changedAt;
    long version;

    SimulatedPayment(long id, Token ref, Token order, Money amount, PaymentMethod method, long now) {
        this.id = id;
        this.ref = ref;
        this.order = order;
        this.amount = amount;
        this.method = method.kind();
        this.methodToken = method.token();
        this.dueAt = now;
        this.createdAt = now;
        this.sentAt = now;
        this.changedAt = now;
        this.giveUpAt = now + GIVE_UP;
    }

    boolean isGivenUp(long now) {
        return giveUpAt <= now;
    }

    SimulatedPayment copy() {
        try {
            return (SimulatedPayment) clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    PaymentRow row(long now) {
        Owed owed = new Owed(ref, order, 1, "arcade", amount, method, "http://arcade.localhost:8080", Optional.empty());
        return new PaymentRow(
                id,
                owed,
                state,
                attempt,
                methodToken,
                new GatewayNames(intent, session),
                Instant.ofEpochSecond(sentAt / SimulatedTime.SECOND),
                asked,
                (now - createdAt) / SimulatedTime.SECOND,
                isGivenUp(now),
                version);
    }

    boolean isAsReadBy(Change change) {
        return state == change.row().state() && version == change.row().version();
    }

    /** What {@code PaymentTable.UPDATE} does. */
    void apply(Change change, long now) {
        boolean stays = change.path().isEmpty() && change.next().isEmpty();
        boolean hinted = stays && dueAt < now + 2 * SimulatedTime.SECOND;
        if (!hinted) {
            dueAt = change.dueIn() == null ? NEVER : now + SimulatedTime.micros(change.dueIn());
        }
        state = change.state();
        attempt = change.attempt();
        asked = change.asked();
        intent = change.learned().intent() == null ? intent : change.learned().intent();
        session =
                change.learned().session() == null ? session : change.learned().session();
        sentAt = change.next().filter(Operation::acts).isPresent() ? now : sentAt;
        methodToken = state == PaymentState.DECLINED ? null : methodToken;
        changedAt = now;
        version = change.version();
    }

    /** Past this the till does not send anything again of which it has no name. */
    boolean isForgottenAt(long now) {
        return now - createdAt >= SimulatedTime.micros(PaymentProcess.SEND_AGAIN);
    }

    boolean isInFlight() {
        return state == PaymentState.AUTHORIZING || state == PaymentState.CAPTURING || state == PaymentState.VOIDING;
    }

    boolean isUnknown() {
        return state == PaymentState.UNKNOWN_AUTHORIZATION
                || state == PaymentState.UNKNOWN_CAPTURE
                || state == PaymentState.UNKNOWN_VOID;
    }

    boolean isOver() {
        return switch (state) {
            case CAPTURED, CAPTURE_FAILED, VOIDED, EXPIRED, ABANDONED -> true;
            case REQUESTED,
                    AUTHORIZING,
                    REQUIRES_ACTION,
                    AUTHORIZED,
                    DECLINED,
                    UNKNOWN_AUTHORIZATION,
                    CAPTURING,
                    UNKNOWN_CAPTURE,
                    VOIDING,
                    UNKNOWN_VOID -> false;
        };
    }
}

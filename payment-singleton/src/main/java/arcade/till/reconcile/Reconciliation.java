package arcade.till.reconcile;

import static arcade.till.payment.BreakKind.AMOUNT_DIFFERS;
import static arcade.till.payment.BreakKind.CAPTURE_MISSING;
import static arcade.till.payment.BreakKind.DISPUTED;
import static arcade.till.payment.BreakKind.FOREIGN_ANSWER;
import static arcade.till.payment.BreakKind.ORPHAN_AUTHORIZATION;
import static arcade.till.payment.BreakKind.ORPHAN_CAPTURE;
import static arcade.till.payment.BreakKind.REFUND_DIFFERS;
import static arcade.till.payment.BreakKind.SECOND_INTENT;
import static arcade.till.payment.BreakKind.STATE_DIFFERS;

import arcade.till.gateway.GatewayIntent;
import arcade.till.gateway.GatewayIntent.Standing;
import arcade.till.payment.Break;
import arcade.till.payment.BreakKind;
import arcade.till.reconcile.Finding.Cure;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Our books against the gateway's, as a pure function: one payment, one intent, what differs and what may be done about it. Nothing
 * here touches a clock, a database or a network.
 *
 * <p>Hazard: a cure moves money. It is proposed only where our side can never take that money any more: the payment is unknown to
 * us, is over unpaid, or has another intent for ever.
 */
public final class Reconciliation {
    /** An intent younger than this is no orphan: who made it may be about to write it down. */
    static final long SETTLED_SECONDS = 120;

    /** The kinds that a comparison finds, and closes when it finds them no more. */
    public static final Set<BreakKind> KINDS = Set.copyOf(EnumSet.of(
            ORPHAN_AUTHORIZATION,
            ORPHAN_CAPTURE,
            CAPTURE_MISSING,
            AMOUNT_DIFFERS,
            STATE_DIFFERS,
            REFUND_DIFFERS,
            DISPUTED,
            SECOND_INTENT));

    private final OrphanCapture policy;

    Reconciliation(OrphanCapture policy) {
        this.policy = policy;
    }

    /**
     * Whether it is too early to compare: a call is under way, or the intent is young.
     *
     * @param nowSeconds since 1970
     */
    static boolean mustWait(Optional<OurPayment> ours, Optional<GatewayIntent> theirs, long nowSeconds) {
        return ours.filter(OurPayment::isMoving).isPresent()
                || theirs.filter(intent -> nowSeconds - intent.createdSeconds() < SETTLED_SECONDS)
                        .isPresent();
    }

    /** What a look at these two can tell about, and close: breaks with these subjects. */
    static Set<String> subjects(Optional<OurPayment> ours, Optional<GatewayIntent> theirs) {
        if (theirs.isEmpty()) {
            return ours.map(payment -> Set.of(payment.ref())).orElse(Set.of());
        }
        String intent = theirs.get().id();
        return ours.filter(payment -> payment.uses(theirs.get()))
                .map(payment -> Set.of(payment.ref(), intent))
                .orElse(Set.of(intent));
    }

    /** @param theirs the intent that the payment names, or one whose metadata names the payment; empty: the gateway has none */
    List<Finding> compare(Optional<OurPayment> ours, Optional<GatewayIntent> theirs, long nowSeconds) {
        if (mustWait(ours, theirs, nowSeconds)) {
            return List.of();
        }
        if (theirs.isEmpty()) {
            return ours.map(Reconciliation::missing).orElse(List.of());
        }
        if (ours.isEmpty()) {
            return theirs.get().isOurs() ? orphan("no such payment", theirs.get()) : List.of();
        }
        return compare(ours.get(), theirs.get());
    }

    private List<Finding> compare(OurPayment ours, GatewayIntent theirs) {
        if (!ours.ref().equals(theirs.paymentRef())) {
            boolean named = theirs.id().equals(ours.intent());
            return named ? List.of(report(FOREIGN_ANSWER, ours, theirs)) : List.of();
        }
        if (!ours.uses(theirs)) {
            return second(ours, theirs);
        }
        return switch (ours.state()) {
            case REQUESTED, AUTHORIZING, AUTHORIZED, CAPTURING, VOIDING -> List.of();
            case REQUIRES_ACTION, UNKNOWN_AUTHORIZATION, UNKNOWN_CAPTURE, UNKNOWN_VOID -> open(ours, theirs, Cure.ASK);
            // It gives up by itself, and what the gateway says to that decides.
            case DECLINED -> theirs.standing() == Standing.GONE ? List.of() : open(ours, theirs, Cure.NONE);
            case CAPTURED -> captured(ours, theirs);
            case VOIDED, ABANDONED, CAPTURE_FAILED, EXPIRED -> orphan(ours.toString(), theirs);
        };
    }

    /** The payment still waits for an answer, and the gateway has one. */
    private List<Finding> open(OurPayment ours, GatewayIntent theirs, Cure cure) {
        if (!ours.agreesOnAmount(theirs.amountMinor(), theirs.currency())) {
            return List.of(report(AMOUNT_DIFFERS, ours, theirs));
        }
        return switch (theirs.standing()) {
            case OPEN -> List.of();
            case HELD, GONE -> List.of(new Finding(of(STATE_DIFFERS, ours, theirs), cure));
            case TAKEN -> {
                Break capture = new Break(ORPHAN_CAPTURE, theirs.id(), ours.ref(), theirs.id(), detail(ours, theirs));
                yield List.of(new Finding(capture, policy == OrphanCapture.REPORT ? Cure.NONE : cure));
            }
        };
    }

    private static List<Finding> captured(OurPayment ours, GatewayIntent theirs) {
        if (theirs.standing() != Standing.TAKEN) {
            return List.of(report(CAPTURE_MISSING, ours, theirs));
        }
        List<Finding> found = new ArrayList<>();
        if (ours.capturedMinor() != theirs.receivedMinor()
                || !ours.agreesOnAmount(theirs.amountMinor(), theirs.currency())) {
            found.add(report(AMOUNT_DIFFERS, ours, theirs));
        }
        if (!ours.refundMoves() && ours.refundedMinor() != theirs.refundedMinor()) {
            found.add(report(REFUND_DIFFERS, ours, theirs));
        }
        if (theirs.disputed()) {
            found.add(report(DISPUTED, ours, theirs));
        }
        return found;
    }

    private List<Finding> second(OurPayment ours, GatewayIntent theirs) {
        boolean over =
                theirs.standing() == Standing.GONE || theirs.standing() == Standing.TAKEN && theirs.keptMinor() <= 0;
        if (over) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>();
        found.add(new Finding(
                new Break(SECOND_INTENT, theirs.id(), ours.ref(), theirs.id(), detail(ours, theirs)), Cure.NONE));
        found.addAll(orphan(ours.toString(), theirs));
        return found;
    }

    private List<Finding> orphan(String ours, GatewayIntent theirs) {
        String detail = "ours: " + ours + "; the gateway: " + theirs;
        if (theirs.standing() == Standing.HELD) {
            Break held = new Break(ORPHAN_AUTHORIZATION, theirs.id(), theirs.paymentRef(), theirs.id(), detail);
            return List.of(new Finding(held, Cure.VOID));
        }
        if (theirs.standing() == Standing.TAKEN && theirs.keptMinor() > 0) {
            Break taken = new Break(ORPHAN_CAPTURE, theirs.id(), theirs.paymentRef(), theirs.id(), detail);
            return List.of(new Finding(taken, policy == OrphanCapture.REPORT ? Cure.NONE : Cure.REFUND));
        }
        return List.of();
    }

    /** The gateway does not know the intent that we have a name of. */
    private static List<Finding> missing(OurPayment ours) {
        if (ours.intent() == null) {
            return List.of();
        }
        String detail = "ours: " + ours + "; the gateway: no such intent";
        return switch (ours.state()) {
            case CAPTURED -> List.of(report(CAPTURE_MISSING, ours, detail));
            case REQUIRES_ACTION, DECLINED, UNKNOWN_AUTHORIZATION, UNKNOWN_CAPTURE, UNKNOWN_VOID ->
                List.of(report(STATE_DIFFERS, ours, detail));
            case REQUESTED, AUTHORIZING, AUTHORIZED, CAPTURING, VOIDING, VOIDED, ABANDONED, CAPTURE_FAILED, EXPIRED ->
                List.of();
        };
    }

    private static Finding report(BreakKind kind, OurPayment ours, GatewayIntent theirs) {
        return new Finding(of(kind, ours, theirs), Cure.NONE);
    }

    private static Finding report(BreakKind kind, OurPayment ours, String detail) {
        return new Finding(new Break(kind, ours.ref(), ours.ref(), ours.intent(), detail), Cure.NONE);
    }

    private static Break of(BreakKind kind, OurPayment ours, GatewayIntent theirs) {
        return new Break(kind, ours.ref(), ours.ref(), theirs.id(), detail(ours, theirs));
    }

    private static String detail(OurPayment ours, GatewayIntent theirs) {
        return "ours: " + ours + "; the gateway: " + theirs;
    }
}

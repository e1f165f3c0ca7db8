package arcade.till.reconcile;

import arcade.cluster.FencingToken;
import arcade.till.book.Subject;
import arcade.till.gateway.ForeignAnswer;
import arcade.till.gateway.GatewayAway;
import arcade.till.gateway.GatewayBooks;
import arcade.till.gateway.GatewayIntent;
import arcade.till.lease.OffDuty;
import arcade.till.lease.Shift;
import arcade.till.payment.Break;
import arcade.till.payment.BreakKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks at one payment on both sides, writes down what differs and cures what may be cured. The payment is read, the gateway is
 * asked, and only if the payment is then still the same is anything written: so no row can be compared with an answer that is older
 * or newer than itself.
 *
 * <p>Hazard: a cure is a call that moves money. Its intention is committed first, under the fence; it is sent only while this node
 * may act; its key is made from the intent alone, so that whoever sends it again moves the money once.
 */
public final class Reconciler {
    private static final Logger LOG = Logger.getLogger(Reconciler.class.getName());
    private static final int CURE_LENGTH = 100;

    private final ReconcileBook book;
    private final GatewayBooks gateway;
    private final Reconciliation reconciliation;
    private final Shift shift;

    public Reconciler(ReconcileBook book, GatewayBooks gateway, OrphanCapture policy, Shift shift) {
        this.book = book;
        this.gateway = gateway;
        this.reconciliation = new Reconciliation(policy);
        this.shift = shift;
    }

    /** What a list of the gateway's lets suspect: nothing is written from it, each suspect is looked at by itself. */
    List<Finding> suspect(Optional<OurPayment> ours, GatewayIntent theirs, Instant now) {
        return reconciliation.compare(ours, Optional.of(theirs), now.getEpochSecond());
    }

    /**
     * Compares and cures.
     *
     * @return whether it came to a result; false: a call is under way, the intent is young or the gateway showed another one, look
     *     again later
     * @throws GatewayAway if the gateway could not be asked
     * @throws OffDuty if this node may not act any more
     */
    public boolean look(Subject subject) {
        FencingToken token = onDuty();
        Optional<OurPayment> ours = book.find(subject.paymentRef());
        if (ours.filter(OurPayment::isMoving).isPresent()) {
            return false;
        }
        Optional<GatewayIntent> theirs;
        try {
            theirs = ask(subject.intent(), ours);
        } catch (ForeignAnswer e) {
            report(token, subject, ours, e);
            return false;
        }
        long now = book.now().getEpochSecond();
        if (Reconciliation.mustWait(ours, theirs, now)) {
            return false;
        }
        List<Finding> found = reconciliation.compare(ours, theirs, now);
        boolean written = book.write(token, subject.paymentRef(), ours, Reconciliation.subjects(ours, theirs), found);
        if (written) {
            found.forEach(this::cure);
        }
        return written;
    }

    /** The token under which this node may act now. */
    FencingToken onDuty() {
        return shift.acting().orElseThrow(OffDuty::new);
    }

    /** Of another intent than the one asked for nothing is believed, nothing is cured and no break is closed. */
    private void report(FencingToken token, Subject subject, Optional<OurPayment> ours, ForeignAnswer answer) {
        LOG.log(Level.WARNING, "payment {0}: {1}", new Object[] {subject.paymentRef(), answer.getMessage()});
        Break found = new Break(
                BreakKind.FOREIGN_ANSWER,
                subject.paymentRef(),
                subject.paymentRef(),
                answer.asked(),
                "reconciling: " + answer.getMessage());
        book.write(token, subject.paymentRef(), ours, Set.of(), List.of(new Finding(found, Finding.Cure.NONE)));
    }

    private Optional<GatewayIntent> ask(String intent, Optional<OurPayment> ours) {
        if (intent != null) {
            return gateway.intent(intent);
        }
        String known = ours.map(OurPayment::intent).orElse(null);
        if (known != null) {
            return gateway.intent(known);
        }
        return ours.map(OurPayment::session).flatMap(gateway::intentOfSession);
    }

    private void cure(Finding finding) {
        Break found = finding.found();
        LOG.log(Level.WARNING, "the books differ, {0}, cure {1}: {2}", new Object[] {
            found.kind(), finding.cure(), found.detail()
        });
        switch (finding.cure()) {
            case NONE, ASK -> {}
            case VOID -> send(finding, "VOIDED", () -> gateway.letGo(found.gatewayIntent()));
            case REFUND -> send(finding, "REFUNDED", () -> gateway.giveBack(found.gatewayIntent()));
        }
    }

    /** A cure that failed stands in the break's row, and is tried again when that is looked at again. */
    private void send(Finding finding, String done, Runnable call) {
        onDuty();
        String outcome = done;
        try {
            call.run();
        } catch (GatewayAway e) {
            outcome = finding.cure().intention() + ": " + e.getMessage();
        }
        book.cured(onDuty(), finding.found(), outcome.substring(0, Math.min(CURE_LENGTH, outcome.length())));
    }
}

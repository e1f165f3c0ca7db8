package arcade.payment;

import arcade.database.Row;
import arcade.database.Sql;
import arcade.shared.Token;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The inbox for what the gateway tells us. A notice is verified, kept under its id, and makes the till look at the payment it speaks
 * of; nothing is believed from its body, so that order, delay and repetition of notices cannot matter. One that tells nothing new,
 * or nothing about us, is kept and needs no look.
 */
@ApplicationScoped
@Transactional
public class GatewayNotices {
    private static final Logger LOG = Logger.getLogger(GatewayNotices.class.getName());
    private static final long TELL_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final String PAYMENT = "SELECT ref, order_ref, state FROM payment WHERE ";
    private static final String KEEP = "INSERT IGNORE INTO gateway_event"
            + " (event_id, type, payment_ref, gateway_intent, received_at, due_at, handled_at)"
            + " VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6), IF(?, UTC_TIMESTAMP(6), NULL), IF(?, NULL, UTC_TIMESTAMP(6)))";

    private static final Row<Known> KNOWN = row ->
            new Known(row.getString("ref"), row.getString("order_ref"), PaymentState.valueOf(row.getString("state")));

    /** What became of a notice. */
    public enum Receipt {
        ACCEPTED,
        KNOWN,
        FORGED,
        UNREADABLE
    }

    @Inject
    private Sql sql;

    @Inject
    private Payments payments;

    @Inject
    private Refunds refunds;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "arcade.gateway.webhook.secret")
    private String secret;

    private final AtomicLong forged = new AtomicLong();
    private final AtomicLong toldNanos = new AtomicLong(System.nanoTime() - TELL_NANOS);
    private GatewaySignature signature;

    @PostConstruct
    void readSecret() {
        signature = new GatewaySignature(secret.strip());
    }

    /**
     * @param body the bytes as they came
     * @param signed the header {@code Stripe-Signature}; null is a forgery
     */
    public Receipt receive(byte[] body, String signed) {
        if (signed == null || !signature.signs(body, signed, clock.instant())) {
            countForgery();
            return Receipt.FORGED;
        }
        return GatewayNotice.read(body).map(this::keep).orElse(Receipt.UNREADABLE);
    }

    /** How many notices came to this node since it started that the gateway did not sign, or too long ago. */
    public long forged() {
        return forged.get();
    }

    private Receipt keep(GatewayNotice notice) {
        Optional<Known> payment = find(notice);
        boolean waits = payment.filter(known -> known.state() == PaymentState.REQUIRES_ACTION)
                .isPresent();
        Optional<Token> refund = notice.refundWithNews();
        // A payment that waits for its shopper, or a refund, is asked about anyway: only sooner.
        boolean due = !waits && refund.isEmpty() && needsLook(notice, payment);
        int rows = sql.update(
                KEEP,
                notice.id(),
                notice.type(),
                payment.map(Known::ref)
                        .or(() -> notice.payment().map(Token::value))
                        .orElse(null),
                notice.intent().orElse(null),
                due,
                due);
        if (rows == 1) {
            payment.filter(known -> waits).map(Known::order).map(Token::new).ifPresent(payments::lookNow);
            refund.ifPresent(refunds::lookNow);
        }
        return rows == 1 ? Receipt.ACCEPTED : Receipt.KNOWN;
    }

    /** A refund or a dispute carries no metadata: its intent tells whose it is. */
    private Optional<Known> find(GatewayNotice notice) {
        if (notice.payment().isPresent()) {
            return sql.first(PAYMENT + "ref = ?", KNOWN, notice.payment().get().value());
        }
        return notice.intent().flatMap(intent -> sql.first(PAYMENT + "gateway_intent = ?", KNOWN, intent));
    }

    private static boolean needsLook(GatewayNotice notice, Optional<Known> payment) {
        return payment.map(known -> notice.isNewsTo(known.state()))
                .orElse(notice.payment().isPresent());
    }

    /** Said at most once a minute: whoever sends forgeries must not fill the log with them. */
    private void countForgery() {
        long count = forged.incrementAndGet();
        long now = System.nanoTime();
        long told = toldNanos.get();
        if (now - told >= TELL_NANOS && toldNanos.compareAndSet(told, now)) {
            LOG.log(
                    Level.WARNING,
                    "{0} notices so far that the gateway did not sign, or longer than 5 minutes ago",
                    count);
        }
    }

    /** The payment that a notice speaks of. */
    private record Known(String ref, String order, PaymentState state) {}
}

package arcade.payment;

import arcade.database.Sql;
import arcade.shared.Token;
import arcade.trace.Trace;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The shop's side of payments: to request one, to see how far it got, to ask the till to look now. An EJB, because in the EAR only
 * those see this module's persistence unit.
 */
@Stateless
public class Payments {
    private static final Logger LOG = Logger.getLogger(Payments.class.getName());
    private static final String REQUEST =
            "INSERT INTO payment (ref, order_ref, store_id, store_code, amount_minor, currency,"
                    + " state, method, method_token, return_origin, trace, due_at, created_at, changed_at, give_up_at) VALUES ("
                    + Sql.marks(11) + ", UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6),"
                    + " UTC_TIMESTAMP(6) + INTERVAL ? MINUTE)";
    /** At most this many cards are tried for an order. */
    private static final int MOST_ATTEMPTS = 5;
    // A call in flight is not disturbed: what is due while its call is under way counts as lost with its till.
    private static final String CANCEL =
            "UPDATE payment SET trace = COALESCE(?, trace), give_up_at = LEAST(COALESCE(give_up_at, UTC_TIMESTAMP(6)),"
                    + " UTC_TIMESTAMP(6)), due_at = IF(state IN ('REQUESTED', 'REQUIRES_ACTION', 'DECLINED',"
                    + " 'UNKNOWN_AUTHORIZATION'), UTC_TIMESTAMP(6), due_at) WHERE order_ref = ? AND state IN"
                    + " ('REQUESTED', 'AUTHORIZING', 'REQUIRES_ACTION', 'DECLINED', 'UNKNOWN_AUTHORIZATION', 'AUTHORIZED')";
    private static final String ANOTHER_CARD =
            "UPDATE payment SET trace = COALESCE(?, trace), method_token = ?, due_at = UTC_TIMESTAMP(6),"
                    + " give_up_at = GREATEST(COALESCE(give_up_at, UTC_TIMESTAMP(6)), UTC_TIMESTAMP(6) + INTERVAL ? MINUTE)"
                    + " WHERE order_ref = ? AND state = 'DECLINED' AND method = 'TOKEN' AND method_token IS NULL"
                    + " AND due_at > UTC_TIMESTAMP(6) AND attempt < " + MOST_ATTEMPTS;

    @PersistenceContext(unitName = "arcade")
    private EntityManager em;

    @Inject
    private Sql sql;

    @Inject
    private Event<PaymentAsked> asked;

    @Inject
    @ConfigProperty(name = "arcade.payment.give-up-minutes", defaultValue = "30")
    private int giveUpMinutes;

    @PostConstruct
    void checkSettings() {
        if (giveUpMinutes < 1 || giveUpMinutes > 1440) {
            throw new IllegalStateException("arcade.payment.give-up-minutes must be 1 to 1440, not " + giveUpMinutes);
        }
    }

    /** Joins the transaction that places the order. Written at once and by plain SQL: later statements of it see the row. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void request(Payment payment) {
        List<Object> row = new ArrayList<>(Arrays.asList(payment.requestedRow()));
        row.add(trace());
        row.add(giveUpMinutes);
        sql.update(REQUEST, row.toArray());
        asked.fire(new PaymentAsked(payment.ref()));
        LOG.log(Level.INFO, "payment {0} of {1} is asked for", new Object[] {payment.ref(), payment.amount()});
    }

    /** Of the request that asks; the till goes on under it. */
    private static String trace() {
        return Trace.present().map(Trace::id).orElse(null);
    }

    public Optional<Payment> ofOrder(Token orderRef) {
        return em.createQuery("SELECT p FROM Payment p WHERE p.orderRef = :orderRef", Payment.class)
                .setParameter("orderRef", orderRef.value())
                .getResultStream()
                .findFirst();
    }

    /**
     * Tells the till that the shopper, or the gateway, says something happened: a hint to ask the gateway now. Anybody
     * may call it as often as he likes: only a payment that waits for its shopper listens, and at most once a second.
     * A hint in the first second after the last change is kept for the end of that second: it may be the only one.
     */
    public void lookNow(Token orderRef) {
        em.createNativeQuery("UPDATE payment"
                        + " SET due_at = GREATEST(UTC_TIMESTAMP(6), changed_at + INTERVAL 1 SECOND)"
                        + " WHERE order_ref = ? AND state = 'REQUIRES_ACTION'"
                        + " AND due_at > GREATEST(UTC_TIMESTAMP(6), changed_at + INTERVAL 1 SECOND)")
                .setParameter(1, orderRef.value())
                .executeUpdate();
    }

    /**
     * Lets the till give up on a payment: it cancels at the gateway whatever could still be paid, and only then frees the
     * stock. Asked again, it does no more.
     *
     * @return whether the till will try; false when the money is being taken or the payment is over
     */
    public boolean cancel(Token orderRef) {
        return sql.update(CANCEL, trace(), orderRef.value()) == 1;
    }

    /**
     * Tries another card on the same intent, after the last one was declined.
     *
     * @param card a token; the hosted page asks for another card by itself
     * @return whether it will be tried; false unless the payment is declined, is not being given up and has an attempt left
     */
    public boolean anotherCard(Token orderRef, PaymentMethod card) {
        if (card.kind() != PaymentMethod.Kind.TOKEN) {
            throw new IllegalArgumentException("another card comes as a token of the gateway (pm_…)");
        }
        return sql.update(ANOTHER_CARD, trace(), card.token(), giveUpMinutes, orderRef.value()) == 1;
    }
}

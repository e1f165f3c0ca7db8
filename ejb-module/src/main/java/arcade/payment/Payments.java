package arcade.payment;

import arcade.database.Sql;
import arcade.shared.Token;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The shop's side of payments: to request one, to see how far it got, to ask the till to look now. */
@ApplicationScoped
@Transactional
public class Payments {
    private static final String REQUEST =
            "INSERT INTO payment (ref, order_ref, store_id, store_code, amount_minor, currency,"
                    + " state, method, method_token, return_origin, due_at, created_at, changed_at) VALUES ("
                    + Sql.marks(13) + ")";

    @PersistenceContext(unitName = "arcade")
    private EntityManager em;

    @Inject
    private Sql sql;

    /** Joins the transaction that places the order. Written at once and by plain SQL: later statements of it see the row. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void request(Payment payment) {
        sql.update(REQUEST, payment.requestedRow());
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
}

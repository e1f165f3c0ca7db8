package arcade.customer.held;

import arcade.database.Sql;
import arcade.redemption.Buyers;
import arcade.shared.Token;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;

/**
 * Takes a person out of what the shop keeps: orders, their money and their numbers stay, his name does not. Invoices and credit notes
 * are not touched: the law wants them as they were.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Forgetting {
    /** What stands in place of a name, and of words that may say one. */
    public static final String ERASED = "erased";
    /** RFC 2606: a name that no mail ever reaches. */
    public static final String NOBODY = "@erased.invalid";

    private static final String OF_ORDERS = " JOIN shop_order o ON o.id = x.order_id %s WHERE o.ref IN (:orders)";
    private static final List<String> OUT_OF_ORDERS = List.of(
            "UPDATE mail_outbox SET recipient = CONCAT('" + ERASED + "-', id, '" + NOBODY + "'), due_at = NULL,"
                    + " problem = IF(problem IS NULL, NULL, '" + ERASED + "') WHERE order_ref IN (:orders)",
            "DELETE FROM order_note WHERE order_ref IN (:orders)",
            "UPDATE shipment x" + OF_ORDERS.formatted("SET x.tracking_number = '', x.tracking_url = NULL"),
            "UPDATE return_case x"
                    + OF_ORDERS.formatted(
                            "SET x.remark = '', x.refusal = IF(x.refusal IS NULL, NULL, '" + ERASED + "')"),
            "UPDATE refund r JOIN payment p ON p.id = r.payment_id SET r.reason = '" + ERASED
                    + "' WHERE p.order_ref IN (:orders)",
            // What staff typed, and a parcel's number, which leads to an address.
            "UPDATE audit_log SET before_json = " + silenced("before_json") + ", after_json = " + silenced("after_json")
                    + " WHERE subject_kind = 'order' AND subject IN (:orders)",
            "UPDATE shop_order SET email = '" + ERASED + NOBODY + "', name = '" + ERASED + "', line1 = '" + ERASED
                    + "', postal_code = '', city = '" + ERASED
                    + "', billing_name = NULL, billing_line1 = NULL, billing_postal_code = NULL, billing_city = NULL,"
                    + " billing_country = NULL, customer_id = NULL, version = version + 1 WHERE ref IN (:orders)");

    private static final String USES = "SELECT d.promotion_id, d.buyer, COUNT(*), SUM(o.state <> 'CANCELLED')"
            + " FROM order_discount d JOIN shop_order o ON o.id = d.order_id WHERE d.buyer IS NOT NULL"
            + " AND o.ref IN (:orders) GROUP BY d.promotion_id, d.buyer ORDER BY d.promotion_id, d.buyer";

    @Inject
    private PersonSql person;

    @Inject
    private Sql sql;

    private record Use(long promotion, String buyer, long counted) {}

    /** The account's row, and what hangs on it, is left to whoever calls. */
    public void everywhere(Whose whose) {
        forgetUses(whose);
        quotes(whose);
        person.update(
                "DELETE FROM mail_outbox WHERE event_key IN (SELECT CONCAT('password-reset:', ref) FROM password_reset"
                        + " WHERE customer_id" + HeldRows.CUSTOMER + ")",
                whose);
        mailsOfOldResets(whose);
        if (!whose.orders().isEmpty()) {
            OUT_OF_ORDERS.forEach(statement -> person.update(statement, whose));
        }
    }

    /** A promotion's uses go on being counted, as those of somebody whom nobody knows; other orders of that buyer keep theirs. */
    private void forgetUses(Whose whose) {
        String nobody = Buyers.of(Token.random().value());
        List<Use> uses = person.list(USES, row -> new Use(row.getLong(1), row.getString(2), row.getLong(4)), whose);
        for (Use use : uses) {
            if (use.counted() > 0) {
                move(use, nobody);
            }
            sql.update(
                    "DELETE FROM promotion_use_by WHERE promotion_id = ? AND buyer = ? AND used = 0",
                    use.promotion(),
                    use.buyer());
        }
        person.update(
                "UPDATE order_discount x JOIN shop_order o ON o.id = x.order_id SET x.buyer = '" + nobody
                        + "' WHERE x.buyer IS NOT NULL AND o.ref IN (:orders)",
                whose);
    }

    private void move(Use use, String nobody) {
        int moved = sql.update(
                "UPDATE promotion_use_by SET used = used - ? WHERE promotion_id = ? AND buyer = ? AND used >= ?",
                use.counted(),
                use.promotion(),
                use.buyer(),
                use.counted());
        if (moved != 1) {
            throw new IllegalStateException("not in use: " + use);
        }
        sql.update(
                "INSERT INTO promotion_use_by (promotion_id, buyer, used) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE used = used + VALUES(used)",
                use.promotion(),
                nobody,
                use.counted());
    }

    /** Found without a lock, so that a walk through the whole log holds nobody up. */
    private void quotes(Whose whose) {
        for (long entry :
                person.list("SELECT id FROM audit_log WHERE " + HeldRows.QUOTED, row -> row.getLong(1), whose)) {
            sql.update(
                    "UPDATE audit_log SET before_json = REGEXP_REPLACE(before_json, ?, ?),"
                            + " after_json = REGEXP_REPLACE(after_json, ?, ?) WHERE id = ?",
                    whose.quoted(),
                    ERASED,
                    whose.quoted(),
                    ERASED,
                    entry);
        }
    }

    private void mailsOfOldResets(Whose whose) {
        for (long mail :
                person.list("SELECT id FROM mail_outbox WHERE " + HeldRows.RESET_MAIL, row -> row.getLong(1), whose)) {
            sql.update("DELETE FROM mail_outbox WHERE id = ?", mail);
        }
    }

    private static String silenced(String column) {
        return "IF(" + column + " IS NULL, NULL, JSON_REPLACE(" + column + ", '$.number', '" + ERASED
                + "', '$.reason', '" + ERASED + "', '$.why', '" + ERASED + "', '$.note', '" + ERASED + "'))";
    }
}

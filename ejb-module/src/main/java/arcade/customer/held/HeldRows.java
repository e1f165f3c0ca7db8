package arcade.customer.held;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything that is held of a person, by the name it has in what he takes along. Whole rows where they are about him, so that a column
 * that comes later is not forgotten; but no password, no key and none of the staff's names.
 */
public final class HeldRows {
    static final String CUSTOMER = " IN (SELECT id FROM customer WHERE store_id = :store AND email = :mail)";

    /**
     * Requests for a new password name no order, and are tidied away before their mails are: what nobody's request explains any more is
     * of whoever got it, in whichever store he asked.
     */
    static final String RESET_MAIL = "(order_ref IS NULL AND event_key LIKE 'password-reset:%' AND recipient = :mail"
            + " AND NOT EXISTS (SELECT 1 FROM password_reset r JOIN customer c ON c.id = r.customer_id"
            + " WHERE event_key = CONCAT('password-reset:', r.ref) AND c.store_id <> :store))";

    /** A text of the log that quotes the mail address. Staff's own accounts are no business of a customer's. */
    static final String QUOTED = "subject_kind <> 'staff' AND (INSTR(before_json, :mail) AND before_json REGEXP :quoted"
            + " OR INSTR(after_json, :mail) AND after_json REGEXP :quoted)";

    /** By name; each a query with the marks of {@link PersonSql}. */
    public static final Map<String, String> QUERIES = Collections.unmodifiableMap(queries());

    private HeldRows() {}

    private static Map<String, String> queries() {
        Map<String, String> held = new LinkedHashMap<>();
        held.put(
                "account",
                "SELECT email, name, created_at, cart_token, default_address FROM customer WHERE id" + CUSTOMER);
        held.put("addresses", "SELECT * FROM customer_address WHERE customer_id" + CUSTOMER + " ORDER BY created_at");
        held.put(
                "password_resets",
                "SELECT origin, asked_at, expires_at, used_at FROM password_reset WHERE customer_id" + CUSTOMER);
        held.put("cart_merges", "SELECT source, merged_at FROM cart_merge WHERE customer_id" + CUSTOMER);
        held.put(
                "cart",
                "SELECT l.*, c.coupon FROM cart_line l JOIN cart c ON c.id = l.cart_id WHERE c.token IN"
                        + " (SELECT cart_token FROM customer WHERE store_id = :store AND email = :mail)");
        held.put("orders", "SELECT * FROM shop_order WHERE ref IN (:orders) ORDER BY placed_at");
        held.put("order_lines", ofOrder("x.*", "order_line") + ", x.position");
        held.put("order_discounts", ofOrder("x.*", "order_discount") + ", x.position");
        held.put(
                "promotion_uses",
                "SELECT u.* FROM promotion_use_by u WHERE EXISTS (SELECT 1 FROM order_discount d"
                        + " JOIN shop_order o ON o.id = d.order_id WHERE d.promotion_id = u.promotion_id"
                        + " AND d.buyer = u.buyer AND o.ref IN (:orders))");
        held.put(
                "payments",
                "SELECT order_ref, method, state, amount_minor, captured_minor, refunded_minor, currency, reason,"
                        + " created_at FROM payment WHERE order_ref IN (:orders) ORDER BY id");
        held.put(
                "refunds",
                "SELECT p.order_ref, r.amount_minor, r.currency, r.reason, r.state, r.failure, r.created_at"
                        + " FROM refund r JOIN payment p ON p.id = r.payment_id WHERE p.order_ref IN (:orders) ORDER BY r.id");
        held.put(
                "invoices",
                "SELECT order_ref, kind, number, issued_at, currency, total_minor, tax_minor, document FROM invoice"
                        + " WHERE order_ref IN (:orders) ORDER BY number");
        held.put("shipments", ofOrder("x.*", "shipment") + ", x.id");
        held.put(
                "shipment_lines",
                "SELECT s.ref AS shipment_ref, l.position, l.pieces FROM shipment_line l JOIN shipment s ON s.id = l.shipment_id"
                        + " JOIN shop_order o ON o.id = s.order_id WHERE o.ref IN (:orders) ORDER BY s.id, l.position");
        held.put("cancellations", ofOrder("x.*", "order_cancellation"));
        held.put("returns", ofOrder("x.*", "return_case") + ", x.id");
        held.put(
                "return_lines",
                "SELECT c.ref AS return_ref, l.* FROM return_line l JOIN return_case c ON c.id = l.return_id"
                        + " JOIN shop_order o ON o.id = c.order_id WHERE o.ref IN (:orders) ORDER BY c.id, l.position");
        held.put(
                "notes",
                "SELECT order_ref, at, note FROM order_note WHERE order_ref IN (:orders) ORDER BY order_ref, at");
        held.put(
                "log",
                "SELECT at, action, subject_kind, subject, before_json, after_json FROM audit_log"
                        + " WHERE subject_kind = 'order' AND subject IN (:orders) OR " + QUOTED + " ORDER BY id");
        held.put(
                "mails",
                "SELECT event_key, recipient, template, order_ref, created_at, sent_at, problem FROM mail_outbox"
                        + " WHERE order_ref IN (:orders) OR " + RESET_MAIL + " ORDER BY id");
        return held;
    }

    private static String ofOrder(String columns, String table) {
        return "SELECT o.ref AS order_ref, " + columns + " FROM " + table
                + " x JOIN shop_order o ON o.id = x.order_id WHERE o.ref IN (:orders) ORDER BY o.id";
    }
}

package arcade.customer.held;

import java.util.Map;
import java.util.TreeMap;

/** Tables, or columns of tables, that look personal and that nobody takes along, each with the reason. */
final class NotTakenAlong {
    private static final String SHOP = "what the shop is and offers";
    private static final String MACHINES = "says something of machines";
    private static final String STAFF = "of staff, not of buyers";
    private static final String BOOKS =
            "how money moved: the same amounts as in payments and refunds, and names of gateways";

    private NotTakenAlong() {}

    static Map<String, String> reasons() {
        Map<String, String> reasons = new TreeMap<>();
        for (String table : new String[] {
            "store",
            "store_domain",
            "category",
            "product",
            "variant",
            "picture",
            "shipping_rate",
            "tax_rate",
            "promotion",
            "content_page",
            "stock_movement",
            "invoice_seller",
            "catalogue_import_product"
        }) {
            reasons.put(table, SHOP);
        }
        for (String table :
                new String[] {"lease", "lease_beat", "node_beat", "checkout_gate", "gateway_circuit", "reconcile_sweep"
                }) {
            reasons.put(table, MACHINES);
        }
        for (String table : new String[] {"staff", "staff_gate"}) {
            reasons.put(table, STAFF);
        }
        reasons.put("audit_log.who", STAFF);
        reasons.put("catalogue_import.who", STAFF);
        for (String table : new String[] {
            "payment_attempt",
            "payment_transition",
            "refund_transition",
            "gateway_event",
            "payment_break",
            "ledger_posting",
            "credit_note_due"
        }) {
            reasons.put(table, BOOKS);
        }
        reasons.put("payment.hosted_url", "a page of the gateway that ends with the payment");
        reasons.put("payment.return_origin", "an address of the shop");
        reasons.put("refund.payment_id", "stands there as the order's token");
        reasons.put("shipment_line.shipment_id", "stands there as the shipment's token");
        reasons.put("customer.password_hash", "a key, kept so that nobody can read it");
        reasons.put("password_reset.customer_id", "is the account's");
        reasons.put("cart_merge.customer_id", "is the account's");
        reasons.put("idempotent_answer", "answers to programs, without buyers; forgotten after 48 hours");
        return reasons;
    }
}

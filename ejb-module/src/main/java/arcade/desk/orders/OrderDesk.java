package arcade.desk.orders;

import arcade.database.Sql;
import arcade.database.Transactions;
import arcade.ordering.OrderView;
import arcade.ordering.Orders;
import arcade.payment.PaymentWishes;
import arcade.payment.PaymentWishes.Cancellation;
import arcade.payment.Payments;
import arcade.payment.RefundDecision;
import arcade.payment.RefundDecision.Granted;
import arcade.payment.Refunds;
import arcade.shared.Money;
import arcade.shared.Sha256;
import arcade.shared.Token;
import arcade.staff.Acting;
import arcade.staff.AuditLog;
import arcade.staff.StaffRole;
import arcade.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One order on the desk. Money moves as it does for everybody else: a row is written, and the till, which alone talks to the
 * gateway, carries it out.
 */
@ApplicationScoped
public class OrderDesk {
    /** The kind of subject in the audit log. */
    public static final String KIND = "order";

    private static final int LONGEST_NOTE = 2000;
    private static final int KEY_LENGTH = 26;
    // The gateway is asked about what is unknown by itself, ever more seldom: who waits may ask for it now, at most
    // once a second.
    private static final String ASK_NOW = "UPDATE payment"
            + " SET due_at = GREATEST(UTC_TIMESTAMP(6), changed_at + INTERVAL 1 SECOND) WHERE order_ref = ?"
            + " AND state IN ('UNKNOWN_AUTHORIZATION', 'UNKNOWN_CAPTURE', 'UNKNOWN_VOID')"
            + " AND due_at > GREATEST(UTC_TIMESTAMP(6), changed_at + INTERVAL 1 SECOND)";

    @Inject
    private Sql sql;

    @Inject
    private Stores stores;

    @Inject
    private Orders orders;

    @Inject
    private OrderList search;

    @Inject
    private Payments payments;

    @Inject
    private PaymentWishes wishes;

    @Inject
    private Refunds refunds;

    @Inject
    private AuditLog log;

    @Inject
    private Transactions transactions;

    @Inject
    @Any
    private Instance<OrderTrace> traces;

    public Optional<OrderFile> open(Token token) {
        Optional<String> store = search.storeOf(token);
        Optional<OrderView> order = store.flatMap(stores::byCode).flatMap(shop -> orders.find(shop, token));
        return order.flatMap(view -> sql.first(
                "SELECT p.ref, p.gateway_intent, p.captured_minor - (SELECT COALESCE(SUM(r.amount_minor), 0) FROM refund r"
                        + " WHERE r.payment_id = p.id AND r.state <> 'REFUND_FAILED') FROM payment p WHERE p.order_ref = ?",
                row -> new OrderFile(
                        store.orElseThrow(),
                        view,
                        row.getString(1),
                        row.getString(2),
                        new Money(Math.max(0, row.getLong(3)), view.total().currency()),
                        events(token)),
                token.value()));
    }

    /** @param key of the form: the same one writes one note, and another text sent with it one more */
    public boolean note(Acting acting, Token order, String text, Token key) {
        if (text.isBlank()
                || text.length() > LONGEST_NOTE
                || search.storeOf(order).isEmpty()) {
            return false;
        }
        String words = text.strip();
        if (!write(acting, order, words, key.value()) && !isWritten(words, key.value())) {
            // Who goes back and mends a note means what he wrote last: a note stays, so it stands beside the first.
            write(acting, order, words, Sha256.of(key + " " + words).substring(0, KEY_LENGTH));
        }
        return true;
    }

    private boolean write(Acting acting, Token order, String words, String key) {
        return sql.update(
                        "INSERT IGNORE INTO order_note (order_ref, staff_id, note_key, note, at)"
                                + " VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6))",
                        order.value(),
                        acting.id(),
                        key,
                        words)
                == 1;
    }

    private boolean isWritten(String words, String key) {
        return sql.first("SELECT note FROM order_note WHERE note_key = ?", row -> row.getString(1), key)
                .filter(words::equals)
                .isPresent();
    }

    /** Lets the till give up on what is not captured: it voids at the gateway, and then the stock is free. */
    public Cancellation cancel(Acting acting, Token order) {
        acting.require(StaffRole.SHOPKEEPER);
        return transactions.run(() -> {
            Cancellation answer = wishes.cancel(order);
            if (answer == Cancellation.UNDERWAY) {
                log.write(Optional.of(acting), "order.cancel", KIND, order.value(), null, null);
            }
            return answer;
        });
    }

    /**
     * @param amountMinor empty: all that is left
     * @param seenMinor what was left when the form was made: two who have it open do not both give money back unawares
     * @param key of the form: the same one is one refund
     */
    public RefundDecision refund(
            Acting acting, Token order, OptionalLong amountMinor, long seenMinor, String reason, Token key) {
        acting.require(StaffRole.SHOPKEEPER);
        return transactions.run(() -> {
            RefundDecision decision =
                    refunds.request(order, amountMinor, OptionalLong.of(seenMinor), reason, "desk:" + key);
            if (decision instanceof Granted granted && !granted.again()) {
                log.write(
                        Optional.of(acting),
                        "order.refund",
                        KIND,
                        order.value(),
                        null,
                        Json.createObjectBuilder()
                                .add("refund", granted.refund().ref().value())
                                .add("amountMinor", granted.refund().amount().minor())
                                .add("reason", reason)
                                .build());
            }
            return decision;
        });
    }

    /** Asks the till to ask the gateway now. It only brings an answer forward, so everybody may. */
    public void askNow(Token order) {
        payments.lookNow(order);
        sql.update(ASK_NOW, order.value());
    }

    private List<OrderEvent> events(Token order) {
        return traces.stream()
                .flatMap(trace -> trace.of(order).stream())
                .sorted(Comparator.comparing(OrderEvent::at))
                .toList();
    }
}

package arcade.desk.orders;

import arcade.database.Sql;
import arcade.shared.Token;
import arcade.staff.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** What staff wrote about an order, and did to it. */
@ApplicationScoped
class StaffTrace implements OrderTrace {
    @Inject
    private Sql sql;

    @Inject
    private AuditLog log;

    @Override
    public List<OrderEvent> of(Token order) {
        List<OrderEvent> notes = sql.list(
                "SELECT n.at, n.note, s.name FROM order_note n JOIN staff s ON s.id = n.staff_id"
                        + " WHERE n.order_ref = ? ORDER BY n.at LIMIT ?",
                row -> new OrderEvent(
                        row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        "note",
                        row.getString(2),
                        row.getString(3)),
                order.value(),
                MOST);
        Stream<OrderEvent> done = log.of(OrderDesk.KIND, order.value(), MOST).stream()
                .map(entry ->
                        new OrderEvent(entry.at(), entry.action(), entry.after().orElse(""), entry.who()));
        return Stream.concat(notes.stream(), done).toList();
    }
}

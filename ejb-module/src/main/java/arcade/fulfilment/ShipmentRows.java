package arcade.fulfilment;

import arcade.database.Sql;
import arcade.shared.Token;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of {@code shipment}. */
@ApplicationScoped
class ShipmentRows {
    private static final String LIST = "SELECT s.ref, s.carrier, s.tracking_number, s.tracking_url, s.shipped_at,"
            + " s.delivered_at, l.position, l.pieces FROM shipment s JOIN shipment_line l ON l.shipment_id = s.id"
            + " WHERE s.order_id = ? ORDER BY s.id, l.position";

    @Inject
    private Sql sql;

    Optional<Token> ofKey(PaidOrder order, String key) {
        return sql.first(
                "SELECT ref FROM shipment WHERE order_id = ? AND request_key = ?",
                row -> new Token(row.getString(1)),
                order.id(),
                key);
    }

    void insert(PaidOrder order, Token ref, Shipping wish) {
        long id = sql.insert(
                "INSERT INTO shipment (ref, order_id, request_key, carrier, tracking_number, tracking_url, shipped_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6))",
                ref.value(),
                order.id(),
                wish.requestKey(),
                wish.carrier(),
                wish.trackingNumber(),
                wish.trackingUrl().orElse(null));
        wish.pieces()
                .forEach((position, pieces) -> sql.update(
                        "INSERT INTO shipment_line (shipment_id, position, pieces) VALUES (?, ?, ?)",
                        id,
                        position,
                        pieces));
    }

    /** Whether it was on its way until now. */
    boolean delivered(Token shipment) {
        return sql.update(
                        "UPDATE shipment SET delivered_at = UTC_TIMESTAMP(6) WHERE ref = ? AND delivered_at IS NULL",
                        shipment.value())
                == 1;
    }

    boolean isOf(Token order, Token shipment) {
        return sql.first(
                        "SELECT 1 FROM shipment s JOIN shop_order o ON o.id = s.order_id WHERE s.ref = ? AND o.ref = ?",
                        row -> true,
                        shipment.value(),
                        order.value())
                .isPresent();
    }

    boolean exists(Token shipment) {
        return sql.first("SELECT 1 FROM shipment WHERE ref = ?", row -> true, shipment.value())
                .isPresent();
    }

    List<Shipment> ofOrder(PaidOrder order) {
        Map<Token, Shipment> heads = new LinkedHashMap<>();
        Map<Token, List<Pieces>> lines = new LinkedHashMap<>();
        sql.list(
                LIST,
                row -> {
                    Token ref = new Token(row.getString("ref"));
                    heads.putIfAbsent(
                            ref,
                            new Shipment(
                                    ref,
                                    row.getString("carrier"),
                                    row.getString("tracking_number"),
                                    Optional.ofNullable(row.getString("tracking_url")),
                                    row.getObject("shipped_at", LocalDateTime.class)
                                            .toInstant(ZoneOffset.UTC),
                                    Optional.ofNullable(row.getObject("delivered_at", LocalDateTime.class))
                                            .map(at -> at.toInstant(ZoneOffset.UTC)),
                                    List.of()));
                    return lines.computeIfAbsent(ref, each -> new ArrayList<>())
                            .add(new Pieces(row.getInt("position"), row.getInt("pieces")));
                },
                order.id());
        return heads.values().stream()
                .map(head -> new Shipment(
                        head.ref(),
                        head.carrier(),
                        head.trackingNumber(),
                        head.trackingUrl(),
                        head.shippedAt(),
                        head.deliveredAt(),
                        lines.get(head.ref())))
                .toList();
    }
}

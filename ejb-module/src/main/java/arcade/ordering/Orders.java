package arcade.ordering;

import arcade.database.Row;
import arcade.database.Sql;
import arcade.ordering.OrderView.Discount;
import arcade.ordering.OrderView.Line;
import arcade.ordering.OrderView.PaymentProgress;
import arcade.payment.PaymentMethod;
import arcade.payment.PaymentState;
import arcade.payment.Refunds;
import arcade.shared.Money;
import arcade.shared.Sku;
import arcade.shared.Token;
import arcade.store.Store;
import arcade.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Placed orders, to look at. Whoever knows the token may see the order, in its own store only. */
@ApplicationScoped
public class Orders {
    /** A declined payment has a token again as soon as another card is to be tried, which the till begins within moments. */
    private static final String STATE_TOLD =
            "IF(p.state = 'DECLINED' AND p.method_token IS NOT NULL, 'AUTHORIZING', p.state)";

    private static final String FIND =
            "SELECT o.ref, o.number, o.state, o.currency, o.items_minor, o.discount_minor, o.shipping_minor,"
                    + " o.tax_minor, o.total_minor, o.email, o.name, o.line1, o.postal_code, o.city, o.country,"
                    + " o.billing_name, o.billing_line1, o.billing_postal_code, o.billing_city, o.billing_country, o.placed_at,"
                    + " o.paid_at, " + STATE_TOLD + " AS payment_state, p.method, p.hosted_url, p.reason,"
                    + " (SELECT open_since FROM gateway_circuit WHERE name = 'payments') AS gateway_away,"
                    + " EXISTS (SELECT 1 FROM refund r WHERE r.payment_id = p.id) AS has_refunds,"
                    + " EXISTS (SELECT 1 FROM order_discount d WHERE d.order_id = o.id) AS has_discounts,"
                    + " l.sku, l.title, l.variant_title, l.picture, l.quantity, l.unit_minor, l.discount_minor AS off_line"
                    + " FROM shop_order o JOIN payment p ON p.order_ref = o.ref JOIN order_line l ON l.order_id = o.id"
                    + " WHERE o.ref = ? AND o.store_id = ? ORDER BY l.position";

    private static final String DISCOUNTS = "SELECT d.label, d.amount_minor FROM order_discount d"
            + " JOIN shop_order o ON o.id = d.order_id WHERE o.ref = ? ORDER BY d.position";

    @Inject
    private Sql sql;

    @Inject
    private Refunds refunds;

    @Inject
    private Stores stores;

    /** The store that an order was placed in. */
    public Optional<Store> storeOf(Token order) {
        return sql.first("SELECT store_code FROM shop_order WHERE ref = ?", row -> row.getString(1), order.value())
                .flatMap(stores::byCode);
    }

    public Optional<OrderView> find(Store store, Token order) {
        List<Line> lines = new ArrayList<>();
        Row<Found> read = row -> {
            Money zero = Money.of(0, row.getString("currency"));
            lines.add(line(row, zero));
            return lines.size() == 1
                    ? new Found(order(row, zero), row.getBoolean("has_discounts"), row.getBoolean("has_refunds"))
                    : null;
        };
        return sql.list(FIND, read, order.value(), store.id()).stream()
                .findFirst()
                .map(found -> found.order()
                        .with(
                                lines,
                                found.hasDiscounts() ? discounts(found.order()) : List.of(),
                                found.hasRefunds() ? refunds.ofOrder(order) : List.of()));
    }

    private List<Discount> discounts(OrderView order) {
        return sql.list(
                DISCOUNTS,
                row -> new Discount(
                        row.getString(1),
                        new Money(row.getLong(2), order.total().currency())),
                order.token().value());
    }

    /** What the first line's row says of the order. */
    private record Found(OrderView order, boolean hasDiscounts, boolean hasRefunds) {}

    /** How far the payments of these orders got, in one query. */
    public Map<Token, PaymentState> progress(Collection<Token> orders) {
        if (orders.isEmpty()) {
            return Map.of();
        }
        Map<Token, PaymentState> states = new HashMap<>();
        sql.list(
                "SELECT order_ref, " + STATE_TOLD + " FROM payment p WHERE order_ref IN (" + Sql.marks(orders.size())
                        + ")",
                row -> states.put(new Token(row.getString(1)), PaymentState.valueOf(row.getString(2))),
                orders.stream().map(Token::value).toArray());
        return states;
    }

    private static OrderView order(ResultSet row, Money zero) throws SQLException {
        long number = row.getLong("number");
        return new OrderView(
                new Token(row.getString("ref")),
                number == 0 ? OptionalLong.empty() : OptionalLong.of(number),
                OrderState.valueOf(row.getString("state")),
                new Buyer(row.getString("email"), row.getString("name")),
                new Address(
                        row.getString("line1"),
                        row.getString("postal_code"),
                        row.getString("city"),
                        row.getString("country")),
                billing(row),
                List.of(),
                // The column has discounts taken off already.
                money(row, "items_minor", zero).plus(money(row, "discount_minor", zero)),
                List.of(),
                money(row, "shipping_minor", zero),
                money(row, "tax_minor", zero),
                money(row, "total_minor", zero),
                payment(row),
                List.of(),
                utc(row, "placed_at").orElseThrow(),
                utc(row, "paid_at"));
    }

    private static Optional<BillingAddress> billing(ResultSet row) throws SQLException {
        String name = row.getString("billing_name");
        return name == null
                ? Optional.empty()
                : Optional.of(new BillingAddress(
                        name,
                        new Address(
                                row.getString("billing_line1"),
                                row.getString("billing_postal_code"),
                                row.getString("billing_city"),
                                row.getString("billing_country"))));
    }

    private static PaymentProgress payment(ResultSet row) throws SQLException {
        return new PaymentProgress(
                PaymentState.valueOf(row.getString("payment_state")),
                PaymentMethod.Kind.valueOf(row.getString("method")),
                Optional.ofNullable(row.getString("hosted_url")),
                Optional.ofNullable(row.getString("reason")),
                utc(row, "gateway_away"));
    }

    private static Line line(ResultSet row, Money zero) throws SQLException {
        return new Line(
                new Sku(row.getString("sku")),
                row.getString("title"),
                row.getString("variant_title"),
                Optional.ofNullable(row.getString("picture")).map(OrderRows.MEDIA::concat),
                row.getInt("quantity"),
                money(row, "unit_minor", zero),
                money(row, "off_line", zero));
    }

    private static Money money(ResultSet row, String column, Money zero) throws SQLException {
        return new Money(row.getLong(column), zero.currency());
    }

    private static Optional<Instant> utc(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(at -> at.toInstant(ZoneOffset.UTC));
    }
}

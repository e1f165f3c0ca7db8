package arcade.promotion;

import arcade.database.Sql;
import arcade.promotion.Promotion.Limit;
import arcade.promotion.Promotion.Reduction;
import arcade.promotion.Promotion.Reduction.Amount;
import arcade.promotion.Promotion.Reduction.FreePieces;
import arcade.promotion.Promotion.Reduction.FreeShipping;
import arcade.promotion.Promotion.Reduction.Percentage;
import arcade.promotion.Promotion.Scope;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The rows of price rules. A rule of a kind that only a later release knows is none here. */
@ApplicationScoped
class PromotionRows {
    /** More are not looked at: the newest hold. */
    private static final int MOST = 500;

    private static final List<String> COLUMNS = List.of(
            "name",
            "kind",
            "basis_points",
            "amount_minor",
            "paid_pieces",
            "free_pieces",
            "category",
            "product",
            "least_minor",
            "coupon",
            "priority",
            "stacks",
            "starts_at",
            "ends_at",
            "most_uses",
            "most_per_buyer");
    private static final String SELECT = "SELECT id, active, version, " + String.join(", ", COLUMNS) + " FROM promotion"
            + " WHERE kind IN ('PERCENTAGE', 'AMOUNT', 'FREE_PIECES', 'FREE_SHIPPING')";
    private static final String OF_STORE = SELECT + " AND store_id = ?";
    private static final String INSERT = "INSERT INTO promotion (store_id, active, " + String.join(", ", COLUMNS)
            + ") VALUES (" + Sql.marks(COLUMNS.size() + 2) + ")";
    private static final String UPDATE = "UPDATE promotion SET " + String.join(" = ?, ", COLUMNS)
            + " = ?, active = ?, version = version + 1 WHERE id = ? AND store_id = ? AND version = ?";

    @Inject
    private Sql sql;

    List<Promotion> active(Store store, Instant now) {
        return sql
                .list(
                        OF_STORE + " AND active AND (ends_at IS NULL OR ends_at > ?) ORDER BY id DESC LIMIT ?",
                        PromotionRows::read,
                        store.id(),
                        utc(now),
                        MOST)
                .stream()
                .map(KeptPromotion::promotion)
                .toList();
    }

    List<KeptPromotion> all(Store store) {
        return sql.list(OF_STORE + " ORDER BY id DESC LIMIT ?", PromotionRows::read, store.id(), MOST);
    }

    Optional<KeptPromotion> byId(Store store, long id) {
        return sql.first(OF_STORE + " AND id = ?", PromotionRows::read, store.id(), id);
    }

    /** Of any store. */
    List<KeptPromotion> byIds(List<Long> ids) {
        return sql.list(SELECT + " AND id IN (" + Sql.marks(ids.size()) + ")", PromotionRows::read, ids.toArray());
    }

    long insert(Store store, Promotion promotion, boolean active) {
        List<Object> values = new ArrayList<>(List.of(store.id(), active));
        values.addAll(values(promotion));
        return sql.insert(INSERT, values.toArray());
    }

    boolean update(Store store, Promotion promotion, boolean active, long version) {
        List<Object> values = new ArrayList<>(values(promotion));
        values.addAll(List.of(active, promotion.id(), store.id(), version));
        return sql.update(UPDATE, values.toArray()) == 1;
    }

    /** In the order of the columns. */
    private static List<Object> values(Promotion promotion) {
        Reduction reduction = promotion.reduction();
        Scope scope = promotion.scope();
        return Arrays.asList(
                promotion.name(),
                kind(reduction),
                reduction instanceof Percentage percentage ? percentage.basisPoints() : null,
                reduction instanceof Amount amount ? amount.minor() : null,
                reduction instanceof FreePieces pieces ? pieces.paid() : null,
                reduction instanceof FreePieces pieces ? pieces.free() : null,
                scope instanceof Scope.Category category ? category.handle() : null,
                scope instanceof Scope.Product product ? product.handle() : null,
                promotion.least(),
                promotion.coupon().orElse(null),
                promotion.priority(),
                promotion.stacks(),
                promotion.from().map(PromotionRows::utc).orElse(null),
                promotion.until().map(PromotionRows::utc).orElse(null),
                orNull(promotion.limit().uses()),
                orNull(promotion.limit().perBuyer()));
    }

    private static String kind(Reduction reduction) {
        if (reduction instanceof Percentage) {
            return "PERCENTAGE";
        }
        if (reduction instanceof Amount) {
            return "AMOUNT";
        }
        return reduction instanceof FreePieces ? "FREE_PIECES" : "FREE_SHIPPING";
    }

    private static KeptPromotion read(ResultSet row) throws SQLException {
        Promotion promotion = new Promotion(
                row.getLong("id"),
                row.getString("name"),
                reduction(row),
                scope(row),
                Optional.ofNullable(row.getString("coupon")),
                row.getLong("least_minor"),
                row.getInt("priority"),
                row.getBoolean("stacks"),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                new Limit(number(row, "most_uses"), number(row, "most_per_buyer")));
        return new KeptPromotion(promotion, row.getBoolean("active"), row.getLong("version"));
    }

    private static Reduction reduction(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return switch (kind) {
            case "PERCENTAGE" -> new Percentage(row.getInt("basis_points"));
            case "AMOUNT" -> new Amount(row.getLong("amount_minor"));
            case "FREE_PIECES" -> new FreePieces(row.getInt("paid_pieces"), row.getInt("free_pieces"));
            case "FREE_SHIPPING" -> new FreeShipping();
            default -> throw new IllegalStateException("promotion " + row.getLong("id") + " is of the kind " + kind);
        };
    }

    private static Scope scope(ResultSet row) throws SQLException {
        String category = row.getString("category");
        String product = row.getString("product");
        if (category != null) {
            return new Scope.Category(category);
        }
        return product != null ? new Scope.Product(product) : new Scope.Everything();
    }

    private static OptionalLong number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private static Object orNull(OptionalLong number) {
        return number.isPresent() ? (Object) number.getAsLong() : null;
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(at -> at.toInstant(ZoneOffset.UTC));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}

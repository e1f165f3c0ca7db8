package arcade.ordering;

import arcade.catalog.Offer;
import arcade.database.Sql;
import arcade.database.SqlFailure;
import arcade.promotion.Promotion;
import arcade.promotion.Totals;
import arcade.shared.Token;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes a placed order. */
@ApplicationScoped
class OrderRows {
    private static final String INSERT =
            "INSERT INTO shop_order (ref, store_id, store_code, state, checkout_key, cart_token,"
                    + " currency, items_minor, discount_minor, shipping_minor, tax_minor, total_minor,"
                    + " email, name, line1, postal_code, city, country,"
                    + " billing_name, billing_line1, billing_postal_code, billing_city, billing_country, placed_at)"
                    + " VALUES (" + Sql.marks(24) + ")";
    private static final String LINE = "(" + Sql.marks(10) + ")";
    private static final String INSERT_LINES = "INSERT INTO order_line"
            + " (order_id, position, sku, title, variant_title, picture, quantity, unit_minor, discount_minor, tracked)"
            + " VALUES ";
    private static final String INSERT_DISCOUNT = "INSERT INTO order_discount"
            + " (order_id, position, promotion_id, label, amount_minor, buyer) VALUES (?, ?, ?, ?, ?, ?)";
    static final String MEDIA = "/media/";
    private static final int LONGEST_TITLE = 255;

    @Inject
    private Sql sql;

    /** The order that this checkout key got. */
    Optional<Token> byKey(Store store, String checkoutKey) {
        return sql.first(
                "SELECT ref FROM shop_order WHERE store_id = ? AND checkout_key = ?",
                row -> new Token(row.getString(1)),
                store.id(),
                checkoutKey);
    }

    /** The id of the new order; empty, and nothing is written, if the store has an order of that checkout key. */
    Optional<Long> insert(Store store, PlaceOrder wish, Quote quote, Token ref, Instant now) {
        try {
            return Optional.of(sql.insert(
                    INSERT,
                    ref.value(),
                    store.id(),
                    store.code(),
                    OrderState.PLACED.name(),
                    wish.checkoutKey(),
                    wish.cart().value(),
                    store.currency().getCurrencyCode(),
                    quote.totals().items().minus(quote.totals().discount()).minor(),
                    quote.totals().discount().minor(),
                    quote.totals().shipping().orElseThrow().minor(),
                    quote.totals().tax().minor(),
                    quote.totals().total().minor(),
                    wish.buyer().email(),
                    wish.buyer().name(),
                    wish.address().line1(),
                    wish.address().postalCode(),
                    wish.address().city(),
                    wish.address().country(),
                    billing(wish, BillingAddress::name),
                    billing(wish, billing -> billing.address().line1()),
                    billing(wish, billing -> billing.address().postalCode()),
                    billing(wish, billing -> billing.address().city()),
                    billing(wish, billing -> billing.address().country()),
                    LocalDateTime.ofInstant(now, ZoneOffset.UTC)));
        } catch (SqlFailure failure) {
            if (failure.isDuplicate("shop_order_checkout")) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    void insertLines(long order, Quote quote) {
        List<Object> values = new ArrayList<>();
        int position = 0;
        for (Quote.Line line : quote.lines()) {
            Offer offer = line.offer();
            values.addAll(Arrays.asList(
                    order,
                    ++position,
                    offer.sku().value(),
                    cut(offer.title()),
                    cut(offer.variantTitle()),
                    media(offer),
                    line.quantity(),
                    offer.price().minor(),
                    quote.totals().off(offer.sku()).minor(),
                    offer.tracked()));
        }
        sql.update(INSERT_LINES + String.join(", ", Collections.nCopies(position, LINE)), values.toArray());
    }

    /** @param buyer whose use is counted, of promotions with a limit */
    void insertDiscounts(long order, Quote quote, String buyer) {
        int position = 0;
        for (Totals.Discount discount : quote.totals().discounts()) {
            Promotion promotion = discount.promotion();
            sql.update(
                    INSERT_DISCOUNT,
                    order,
                    ++position,
                    promotion.id(),
                    discount.label(),
                    discount.amount().minor(),
                    promotion.limit().isNone() ? null : buyer);
        }
    }

    /** Undoes an {@link #insert} of the same transaction. */
    void takeBack(long order) {
        sql.update("DELETE FROM shop_order WHERE id = ?", order);
    }

    private static String billing(PlaceOrder wish, Function<BillingAddress, String> part) {
        return wish.billing().map(part).orElse(null);
    }

    private static String media(Offer offer) {
        String address = offer.picture().address();
        return address.startsWith(MEDIA) ? address.substring(MEDIA.length()) : null;
    }

    private static String cut(String title) {
        return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
    }
}

package arcade.testing;

import arcade.cart.CartAnswer;
import arcade.cart.Carts;
import arcade.database.Sql;
import arcade.ordering.Address;
import arcade.ordering.Buyer;
import arcade.ordering.PlaceOrder;
import arcade.ordering.Placement;
import arcade.payment.PaymentMethod;
import arcade.shared.Money;
import arcade.shared.Token;
import arcade.store.Store;
import arcade.store.Stores;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** For tests in the container: stores with goods, carts with lines, many shoppers at once. Each test opens a store of its own. */
@ApplicationScoped
public class Shopfloor {
    @Inject
    private Sql sql;

    @Inject
    private Stores stores;

    @Inject
    private Carts carts;

    @Resource
    private ManagedExecutorService threads;

    /** A new store in EUR that ships to Germany for 4.90, with one empty product to put variants into. */
    public Store openStore() {
        String code = "s" + UUID.randomUUID().toString().substring(0, 13);
        sql.update(
                "INSERT INTO store (code, name, tagline, currency, locale, country, look) VALUES (?, ?, '', 'EUR', 'en', 'DE', 'arcade')",
                code,
                code);
        Store store = stores.byCode(code).orElseThrow();
        sql.update("INSERT INTO shipping_rate (store_id, country, amount_minor) VALUES (?, 'DE', 490)", store.id());
        sql.update("INSERT INTO tax_rate (store_id, country, basis_points) VALUES (?, 'DE', 1900)", store.id());
        sql.update(
                "INSERT INTO product (store_id, handle, title, body_html, search_text, created_at, updated_at)"
                        + " VALUES (?, 'thing', 'Thing', '', '', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))",
                store.id());
        return store;
    }

    /** Goods whose pieces are counted. */
    public Store stock(Store store, String sku, long priceMinor, long pieces) {
        variant(store, sku, priceMinor, true);
        sql.update(
                "INSERT INTO stock (store_id, sku, initial, on_hand) VALUES (?, ?, ?, ?)",
                store.id(),
                sku,
                pieces,
                pieces);
        return store;
    }

    /** Goods of which there are always enough. */
    public Store offer(Store store, String sku, long priceMinor) {
        variant(store, sku, priceMinor, false);
        return store;
    }

    public Token cartWith(Store store, String sku, int pieces) {
        return token(carts.addToNew(store, sku, pieces));
    }

    public static Token token(CartAnswer answer) {
        if (answer instanceof CartAnswer.Current current) {
            return current.cart().token();
        }
        throw new AssertionError("refused: " + answer);
    }

    /** All that a checkout needs, paid by token. */
    public static PlaceOrder wish(Token cart, String checkoutKey) {
        return new PlaceOrder(
                checkoutKey,
                cart,
                new Buyer("ann@example.org", "Ann"),
                new Address("Street 1", "12345", "Berlin", "DE"),
                Optional.empty(),
                PaymentMethod.token("pm_card_visa"),
                "http://shop.localhost",
                Optional.empty());
    }

    /** As {@link #wish}, of a shopper who was shown this total. */
    public static PlaceOrder expecting(PlaceOrder wish, long totalMinor) {
        return new PlaceOrder(
                wish.checkoutKey(),
                wish.cart(),
                wish.buyer(),
                wish.address(),
                wish.billing(),
                wish.payment(),
                wish.returnOrigin(),
                Optional.of(Money.of(totalMinor, "EUR")));
    }

    /** The order; a refusal fails the test. */
    public static Token placed(Placement answer) {
        if (answer instanceof Placement.Placed placed) {
            return placed.order();
        }
        throw new AssertionError("not placed: " + answer);
    }

    public long number(String query, Object... values) {
        return sql.first(query, row -> row.getLong(1), values).orElseThrow();
    }

    public String text(String query, Object... values) {
        return sql.first(query, row -> row.getString(1), values).orElseThrow();
    }

    public int change(String statement, Object... values) {
        return sql.update(statement, values);
    }

    /** {@code initial/on_hand/reserved/sold} of a SKU. */
    public String stockOf(Store store, String sku) {
        return sql.first(
                        "SELECT CONCAT_WS('/', initial, on_hand, reserved, sold) FROM stock WHERE store_id = ? AND sku = ?",
                        row -> row.getString(1),
                        store.id(),
                        sku)
                .orElseThrow();
    }

    /** Does it on another thread. */
    public <T> Future<T> meanwhile(Callable<T> work) {
        return threads.submit(work);
    }

    /** Does the same on so many threads at the same moment. */
    public <T> List<T> atOnce(int threadCount, Callable<T> work) throws InterruptedException, ExecutionException {
        CountDownLatch ready = new CountDownLatch(threadCount);
        List<Future<T>> running = new ArrayList<>();
        for (int i = 0; i < threadCount; i++) {
            running.add(threads.submit(() -> {
                ready.countDown();
                ready.await();
                return work.call();
            }));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> each : running) {
            results.add(each.get());
        }
        return results;
    }

    private void variant(Store store, String sku, long priceMinor, boolean tracked) {
        sql.update(
                "INSERT INTO variant (product_id, store_id, sku, position, price_minor, tracked)"
                        + " SELECT id, store_id, ?, 1, ?, ? FROM product WHERE store_id = ?",
                sku,
                priceMinor,
                tracked,
                store.id());
    }
}

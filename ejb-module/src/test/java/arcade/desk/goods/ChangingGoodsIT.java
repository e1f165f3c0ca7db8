package arcade.desk.goods;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.desk.goods.EditAnswer.ChangedMeanwhile;
import arcade.desk.goods.EditAnswer.Saved;
import arcade.desk.goods.ProductEdit.NewPrice;
import arcade.desk.goods.StockDesk.Reason;
import arcade.staff.Acting;
import arcade.staff.NotAllowed;
import arcade.staff.StaffAccounts;
import arcade.staff.StaffRole;
import arcade.store.Store;
import arcade.testing.Shopfloor;
import arcade.testing.TestRelease;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Products, prices and pieces changed by hand, on the real database. */
@ExtendWith(ArquillianExtension.class)
class ChangingGoodsIT {
    @Inject
    private ProductDesk products;

    @Inject
    private PriceDesk prices;

    @Inject
    private StockDesk stock;

    @Inject
    private ProductSearch search;

    @Inject
    private StaffAccounts accounts;

    @Inject
    private Shopfloor floor;

    private Acting keeper;
    private Acting clerk;
    private Store store;

    @Deployment
    static WebArchive release() {
        return TestRelease.ofTheShop().and(Shopfloor.class).war();
    }

    @BeforeEach
    void aStoreWithGoods() {
        accounts.first("root@example.org", "a first password");
        long root = floor.number("SELECT id FROM staff WHERE email = 'root@example.org'");
        keeper = new Acting(root, "root@example.org", "Root", StaffRole.SHOPKEEPER);
        clerk = new Acting(root, "root@example.org", "Root", StaffRole.CLERK);
        store = floor.openStore();
        floor.stock(store, "MUG", 1250, 10);
        floor.stock(store, "CUP", 990, 0);
    }

    @Test
    void theSecondEditorWritesNothingAndGetsWhatTheFirstMade() {
        ProductForm seen = products.open(product()).orElseThrow();

        EditAnswer first = products.save(keeper, edit(seen, "The first's", 1300));
        EditAnswer second = products.save(keeper, edit(seen, "The second's", 1400));

        assertInstanceOf(Saved.class, first);
        ProductForm now = assertInstanceOf(ChangedMeanwhile.class, second).now();
        assertEquals("The first's", now.title());
        assertEquals(1300, price("MUG"));
        assertInstanceOf(
                Saved.class,
                products.save(keeper, edit(now, "The second's", 1400)),
                "with the version of what he was shown he may have his way");
        assertEquals(1400, price("MUG"));
        assertEquals(990, floor.number("SELECT from_minor FROM product WHERE id = ?", now.id()));
    }

    @Test
    void anEditRaisesTheStoresRevisionAndIsInTheLog() {
        long before = revision();
        ProductForm seen = products.open(product()).orElseThrow();

        products.save(keeper, edit(seen, "Another title", 1250));

        assertTrue(revision() > before);
        assertEquals(
                1,
                floor.number(
                        "SELECT COUNT(*) FROM audit_log WHERE action = 'product.edit' AND subject = ?"
                                + " AND before_json LIKE '%\"Thing\"%' AND after_json LIKE '%\"Another title\"%'",
                        store.code() + "/thing"));
    }

    @Test
    void manyPricesChangeAsTheyWereLookedAtAndAreTakenBackOnce() {
        PriceChange change = tenPercentOff();
        PricePreview preview = prices.preview(keeper, change);
        assertEquals(2, preview.lines().size());

        PriceDesk.Applied applied = prices.apply(keeper, change, preview.fingerprint());

        assertEquals(List.of(1125L, 891L), List.of(price("MUG"), price("CUP")));
        assertEquals(891, floor.number("SELECT from_minor FROM product WHERE store_id = ?", store.id()));
        floor.change("UPDATE variant SET price_minor = 700 WHERE store_id = ? AND sku = 'CUP'", store.id());
        PriceDesk.TakenBack back =
                prices.undo(keeper, applied.entry().orElseThrow()).orElseThrow();
        assertEquals(new PriceDesk.TakenBack(1, 1), back);
        assertEquals(List.of(1250L, 700L), List.of(price("MUG"), price("CUP")), "what was changed since stays");
        assertTrue(prices.undo(keeper, applied.entry().orElseThrow()).isEmpty(), "taken back twice");
    }

    @Test
    void whatChangedSinceTheLookIsNotApplied() {
        PriceChange change = tenPercentOff();
        String seen = prices.preview(keeper, change).fingerprint();
        floor.change("UPDATE variant SET price_minor = 2000 WHERE store_id = ? AND sku = 'MUG'", store.id());

        PriceDesk.Applied applied = prices.apply(keeper, change, seen);

        assertTrue(applied.entry().isEmpty());
        assertEquals(List.of(2000L, 990L), List.of(price("MUG"), price("CUP")));
    }

    @Test
    void twoWhoTakeBackTheSameDoItOnce() throws Exception {
        PriceChange change = tenPercentOff();
        long entry = prices.apply(keeper, change, prices.preview(keeper, change).fingerprint())
                .entry()
                .orElseThrow();

        List<Boolean> done = floor.atOnce(4, () -> prices.undo(keeper, entry).isPresent());

        assertEquals(1, done.stream().filter(one -> one).count());
        assertEquals(1250, price("MUG"));
    }

    @Test
    void aMovementSentTwiceMovesOnceAndNeverBelowNothing() throws Exception {
        StockLine seen = stock.line(store.code(), "MUG").orElseThrow();

        List<Boolean> moved = floor.atOnce(4, () -> stock.move(keeper, seen, -4, Reason.DAMAGED));

        assertEquals(1, moved.stream().filter(one -> one).count());
        assertEquals("6/6/0/0", floor.stockOf(store, "MUG"));
        StockLine now = stock.line(store.code(), "MUG").orElseThrow();
        assertFalse(stock.move(keeper, now, -7, Reason.LOST));
        assertTrue(stock.move(keeper, now, 5, Reason.DELIVERED));
        assertEquals("11/11/0/0", floor.stockOf(store, "MUG"));
        assertEquals("delivered", stock.movements(store.code(), "MUG", 1).get(0).reason());
        assertEquals(-4, stock.movements(store.code(), "MUG", 5).get(1).pieces());
    }

    @Test
    void aClerkLooksAndChangesNothing() {
        ProductForm seen = products.open(product()).orElseThrow();

        assertThrows(NotAllowed.class, () -> products.save(clerk, edit(seen, "Mine", 1)));
        assertThrows(NotAllowed.class, () -> prices.apply(clerk, tenPercentOff(), ""));
        assertThrows(
                NotAllowed.class,
                () -> stock.move(clerk, stock.line(store.code(), "MUG").orElseThrow(), 1, Reason.FOUND));
        assertEquals(1250, price("MUG"));
    }

    @Test
    void goodsAreFoundByTitleAndSku() {
        GoodsQuery bySku = new GoodsQuery("MU", store.code());
        GoodsQuery byTitle = new GoodsQuery("hin", store.code());

        assertEquals(1, search.count(bySku));
        assertEquals(
                10,
                search.find(byTitle, ProductSearch.By.TITLE, true, 0, 25).get(0).onHand());
        assertEquals(0, search.count(new GoodsQuery("%", store.code())));
        assertEquals(
                List.of("CUP", "MUG"),
                stock.find(new GoodsQuery("", store.code()), 0, 10).stream()
                        .map(StockLine::sku)
                        .toList(),
                "fewest first");
    }

    private PriceChange tenPercentOff() {
        return new PriceChange(new GoodsQuery("", store.code()), BigDecimal.valueOf(-10), 1, 0);
    }

    private static ProductEdit edit(ProductForm seen, String title, long mug) {
        return new ProductEdit(
                seen.id(), seen.version(), title, "", true, Map.of("MUG", new NewPrice(mug, OptionalLong.empty())));
    }

    private long product() {
        return floor.number("SELECT id FROM product WHERE store_id = ?", store.id());
    }

    private long price(String sku) {
        return floor.number("SELECT price_minor FROM variant WHERE store_id = ? AND sku = ?", store.id(), sku);
    }

    private long revision() {
        return floor.number("SELECT catalog_revision FROM store WHERE id = ?", store.id());
    }
}

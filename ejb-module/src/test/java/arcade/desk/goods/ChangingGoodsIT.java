package arcade.desk.goods;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.catalog.importing.ImportReport;
import arcade.catalog.importing.Posted;
import arcade.catalog.importing.file.TypedDraft;
import arcade.catalog.importing.file.TypedDraft.Wrong;
import arcade.desk.goods.EditAnswer.ChangedMeanwhile;
import arcade.desk.goods.EditAnswer.Saved;
import arcade.desk.goods.ProductEdit.NewPrice;
import arcade.desk.goods.StockDesk.Reason;
import arcade.desk.house.CatalogueDesk;
import arcade.shared.Token;
import arcade.staff.Acting;
import arcade.staff.NotAllowed;
import arcade.staff.StaffAccounts;
import arcade.staff.StaffRole;
import arcade.store.Store;
import arcade.testing.DomainRelease;
import arcade.testing.Shopfloor;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Products, prices and pieces changed by hand, on the real database. One class for all of it, and long for that: each class of
 * in-container tests starts a server of its own.
 */
@ExtendWith(ArquillianExtension.class)
class ChangingGoodsIT {
    @Inject
    private ProductDesk products;

    @Inject
    private NewProductDesk adding;

    @Inject
    private PriceDesk prices;

    @Inject
    private StockDesk stock;

    @Inject
    private ProductSearch search;

    @Inject
    private StaffAccounts accounts;

    @Inject
    private CatalogueDesk catalogue;

    @Inject
    private Shopfloor floor;

    private Acting keeper;
    private Acting clerk;
    private Store store;

    @Deployment
    static WebArchive release() {
        return DomainRelease.war();
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
    void anEditStaysUntilTheFileSaysSomethingElse() throws IOException {
        bring("jug,Jug,JUG,30");
        long jug = floor.number("SELECT id FROM product WHERE store_id = ? AND handle = 'jug'", store.id());
        ProductForm seen = products.open(jug).orElseThrow();
        products.save(keeper, edit(seen, "Handmade jug", 0));

        ImportReport same = bring("jug,Jug,JUG,30");

        assertEquals(1, same.unchanged());
        assertEquals("Handmade jug", products.open(jug).orElseThrow().title());
        bring("jug,Jug,JUG,32");
        assertEquals("Jug", products.open(jug).orElseThrow().title());
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
        Map<String, String> typed = typed("jug", "JUG");
        assertThrows(NotAllowed.class, () -> adding.look(clerk, store, typed));
        assertThrows(
                NotAllowed.class,
                () -> adding.save(clerk, store, typed, adding.read(keeper, store, typed), Token.random()));
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

    @Test
    void aNewProductIsWrittenAsAnImportWritesItAndOnceForEachForm() throws Exception {
        long before = revision();
        Map<String, String> typed = typed("jug", "JUG");
        Token form = Token.random();

        List<Long> made = floor.atOnce(4, () -> add(typed, form));

        long id = made.get(0);
        assertTrue(id > 0);
        assertEquals(List.of(id, id, id, id), made);
        assertEquals(id, floor.number("SELECT id FROM product WHERE store_id = ? AND handle = 'jug'", store.id()));
        assertEquals(1250, price("JUG"));
        assertEquals(
                1250,
                floor.number(
                        "SELECT h.price_minor FROM price_history h JOIN variant v ON v.id = h.variant_id"
                                + " WHERE v.product_id = ?",
                        id));
        assertEquals("7/7/0/0", floor.stockOf(store, "JUG"));
        assertEquals(
                List.of("counted 7"),
                stock.movements(store.code(), "JUG", 5).stream()
                        .map(one -> one.reason() + " " + one.pieces())
                        .toList());
        assertTrue(revision() > before);
        assertEquals(
                1,
                floor.number(
                        "SELECT COUNT(*) FROM audit_log WHERE action = 'product.add' AND subject = ?"
                                + " AND before_json IS NULL AND after_json LIKE '%\"JUG\":1250%'",
                        store.code() + "/jug"));
    }

    @Test
    void whatAnotherProductHasIsRefusedAndNothingIsWritten() {
        Map<String, String> handle = typed("thing", "JUG");
        Map<String, String> sku = typed("jug", "MUG");

        assertEquals(
                Map.of("handle", Wrong.HANDLE_TAKEN),
                adding.look(keeper, store, handle).wrong());
        assertEquals(Map.of("handle", Wrong.HANDLE_TAKEN), refused(handle));
        assertEquals(Map.of("sku:v", Wrong.SKU_TAKEN), refused(sku));
        assertEquals(1, floor.number("SELECT COUNT(*) FROM product WHERE store_id = ?", store.id()));
        assertEquals("10/10/0/0", floor.stockOf(store, "MUG"));
        Store other = floor.openStore();
        assertTrue(
                adding.save(keeper, other, sku, adding.read(keeper, other, sku), Token.random())
                        .isPresent(),
                "another shop's handles and SKUs are its own");
    }

    @Test
    void twoWhoAddTheSameHandleAddOne() throws Exception {
        List<Long> made = floor.atOnce(4, () -> add(typed("jug", "JUG"), Token.random()));

        assertEquals(1, made.stream().filter(id -> id > 0).count());
        assertEquals("7/7/0/0", floor.stockOf(store, "JUG"));
    }

    @Test
    void aLongHandleFitsInTheLog() {
        String handle = "j".repeat(255);

        assertTrue(add(typed(handle, "JUG"), Token.random()) > 0);
        assertEquals(
                1,
                floor.number(
                        "SELECT COUNT(*) FROM audit_log WHERE action = 'product.add' AND after_json LIKE ?",
                        "%" + handle + "%"));
    }

    @Test
    void aCategoryOfAnotherShopIsNone() {
        Map<String, String> typed = typed("jug", "JUG");
        floor.change("INSERT INTO category (store_id, handle, title) VALUES (?, 'jugs', 'Jugs')", store.id());
        typed.put("category", "jugs");

        assertEquals(
                Map.of("category", Wrong.CATEGORY),
                adding.read(keeper, floor.openStore(), typed).wrong());
        assertTrue(add(typed, Token.random()) > 0);
        assertEquals(
                1,
                floor.number(
                        "SELECT COUNT(*) FROM product p JOIN category c ON c.id = p.category_id"
                                + " WHERE p.store_id = ? AND p.handle = 'jug' AND c.handle = 'jugs'",
                        store.id()));
    }

    private Map<String, Wrong> refused(Map<String, String> typed) {
        TypedDraft draft = adding.read(keeper, store, typed);
        assertTrue(adding.save(keeper, store, typed, draft, Token.random()).isEmpty());
        return draft.wrong();
    }

    private long add(Map<String, String> typed, Token form) {
        return adding.save(keeper, store, typed, adding.read(keeper, store, typed), form)
                .orElse(0);
    }

    private static Map<String, String> typed(String handle, String sku) {
        return new HashMap<>(
                Map.of("title", "Jug", "handle", handle, "sku:v", sku, "price:v", "12.50", "pieces:v", "7"));
    }

    private PriceChange tenPercentOff() {
        return new PriceChange(new GoodsQuery("", store.code()), BigDecimal.valueOf(-10), 1, 0);
    }

    private ImportReport bring(String row) throws IOException {
        return catalogue.bring(
                new Acting(keeper.id(), keeper.email(), keeper.name(), StaffRole.ADMIN),
                store,
                Posted.products("Handle,Title,Variant SKU,Variant Price", row).csv(),
                false);
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

package arcade.desk.catalogue;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.catalog.importing.ImportOptions;
import arcade.catalog.importing.Posted;
import arcade.catalog.importing.PreparedImport;
import arcade.catalog.importing.ProductImport;
import arcade.catalog.importing.Witness;
import arcade.database.Sql;
import arcade.database.Transactions;
import arcade.desk.catalogue.TakeBackDesk.Done;
import arcade.desk.catalogue.TakeBackDesk.Nothing;
import arcade.desk.catalogue.TakeBackDesk.Other;
import arcade.desk.catalogue.TakeBackDesk.TakenBack;
import arcade.desk.catalogue.TakeBackPlan.Outcome;
import arcade.desk.catalogue.TakeBackPlan.Part;
import arcade.desk.house.CatalogueDesk;
import arcade.shared.Token;
import arcade.staff.Acting;
import arcade.staff.AuditEntry;
import arcade.staff.AuditLog;
import arcade.staff.NotAllowed;
import arcade.staff.StaffAccounts;
import arcade.staff.StaffRole;
import arcade.store.Store;
import arcade.testing.DomainRelease;
import arcade.testing.Sales;
import arcade.testing.Shopfloor;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A product file that was brought in at the desk and should not have been, on the real database. One class for all of it, and long for
 * that: each class of in-container tests starts a server of its own.
 */
@ExtendWith(ArquillianExtension.class)
class TakingAnImportBackIT {
    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final String HEADER = "Handle,Title,Type,Option1 Name,Option1 Value,Variant SKU,"
            + "Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Image Src";
    private static final String MUG =
            "mug,Mug,Cups,Size,small,MUG-S,shopify,10,12,mug.svg\n" + "mug,,,,large,MUG-L,shopify,5,15,";
    private static final String CUP = "cup,Cup,Cups,,,CUP,shopify,3,9,";
    private static final String SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"9\"><path d=\"M0 0h9v9z\"/></svg>";

    @Inject
    private CatalogueDesk desk;

    @Inject
    private TakeBackDesk back;

    @Inject
    private ImportJournal journal;

    @Inject
    private ProductStates states;

    @Inject
    private ProductImport imports;

    @Inject
    private StockSetBack stock;

    @Inject
    private Transactions transactions;

    @Inject
    private StaffAccounts accounts;

    @Inject
    private AuditLog log;

    @Inject
    private Sql sql;

    @Inject
    private Shopfloor floor;

    @Inject
    private Sales sales;

    private Acting admin;
    private Store store;

    @Deployment
    static WebArchive release() {
        return DomainRelease.war();
    }

    @BeforeEach
    void aShopWithTwoProducts() throws IOException {
        accounts.first("root@example.org", "a first password");
        long root = floor.number("SELECT id FROM staff WHERE email = 'root@example.org'");
        admin = new Acting(root, "root@example.org", "Root", StaffRole.ADMIN);
        store = floor.openStore();
        bring(MUG, CUP);
    }

    @Test
    void allOfItIsAsBefore() throws IOException {
        Map<String, String> before = marks();
        String since = since("MUG-L");
        long variant = variant("MUG-S");

        TakeBackPlan plan = look(bring(
                "cup,Other cup,Glasses,,,CUP,shopify,8,19,cup.svg", "mug,Mug,Cups,Size,small,MUG-S,shopify,4,13,"));

        assertEquals(
                Map.of(
                        "cup", Set.of(Part.TITLE, Part.TEXTS, Part.PRICES, Part.PICTURES, Part.PLACE),
                        "mug", Set.of(Part.PRICES, Part.VARIANTS, Part.PICTURES, Part.PLACE)),
                plan.lines().stream().collect(Collectors.toMap(TakeBackPlan.Line::handle, TakeBackPlan.Line::parts)));
        assertEquals(List.of("8/8/0/0", "4/4/0/0"), List.of(pieces("CUP"), pieces("MUG-S")));
        assertEquals(new TakenBack(2, 0, 0, 0, 0), apply(plan));
        assertEquals(before, marks());
        assertEquals("2 1", place("cup") + " " + place("mug"));
        assertEquals(
                List.of("3/3/0/0", "10/10/0/0", "5/5/0/0"), List.of(pieces("CUP"), pieces("MUG-S"), pieces("MUG-L")));
        assertEquals(variant, variant("MUG-S"), "a variant that was there all the time is the same row");
        assertEquals(
                0, floor.number("SELECT COUNT(*) FROM category WHERE store_id = ? AND title = 'Glasses'", store.id()));
        assertEquals(since, since("MUG-L"), "a variant that was away has its earlier prices again");
    }

    @Test
    void whatPricesWereInBetweenIsRemembered() throws IOException {
        apply(look(bring(MUG, CUP.replace(",9,", ",5,"))));

        assertEquals("900 500 900", prices("CUP"));
        assertEquals(
                900, floor.number("SELECT from_minor FROM product WHERE store_id = ? AND handle = 'cup'", store.id()));
    }

    @Test
    void theSameFileGoesInAgain() throws IOException {
        String file = CUP.replace(",3,9,", ",7,5,");
        apply(look(bring(file)));

        bring(file);

        assertEquals("7/7/0/0", pieces("CUP"));
        assertEquals("900 500 900 500", prices("CUP"));
    }

    @Test
    void whatItBroughtIsRemovedOrElseTakenOffSaleOnceItWasOrdered() throws IOException {
        long number = bring("jug,Jug,Jugs,,,JUG,shopify,6,20,jug.svg", "pot,Pot,Pots,,,POT,shopify,5,30,");
        sales.paid(store, Map.of("POT", 2));

        TakeBackPlan plan = look(number);

        assertEquals("REMOVED HIDDEN", outcome(plan, "jug") + " " + outcome(plan, "pot"));
        assertEquals(new TakenBack(0, 1, 1, 0, 1), apply(plan));
        assertFalse(marks().containsKey("jug"));
        assertEquals(
                0, floor.number("SELECT published FROM product WHERE store_id = ? AND handle = 'pot'", store.id()));
        assertEquals("0/0/0/0", pieces("JUG"));
        assertEquals(
                0,
                floor.number("SELECT on_hand FROM stock WHERE store_id = ? AND sku = 'POT'", store.id()),
                "those that are left go, those that are reserved or sold stay");
        assertEquals(
                "counted 6 taken_back -6",
                floor.text(
                        "SELECT GROUP_CONCAT(reason, ' ', pieces ORDER BY id SEPARATOR ' ') FROM stock_movement"
                                + " WHERE store_id = ? AND sku = 'JUG'",
                        store.id()));
        assertEquals(
                "Pots",
                floor.text(
                        "SELECT GROUP_CONCAT(title) FROM category WHERE store_id = ? AND title IN ('Jugs', 'Pots')",
                        store.id()));
    }

    @Test
    void whatWasTakenOffSaleComesBackWithTheSameFile() throws IOException {
        String file = "pot,Pot,Pots,,,POT,shopify,5,30,";
        long number = bring(file);
        sales.paid(store, Map.of("POT", 2));
        apply(look(number));

        bring(file);

        assertEquals(
                1, floor.number("SELECT published FROM product WHERE store_id = ? AND handle = 'pot'", store.id()));
        assertEquals(5, floor.number("SELECT on_hand FROM stock WHERE store_id = ? AND sku = 'POT'", store.id()));
    }

    /** The mug is restored already, the cup's row is held: nobody who buys a mug waits for that. */
    @Test
    void shoppersBuyWhileProductsAreRestored() throws Exception {
        TakeBackPlan plan = look(bring(CUP.replace(",3,9,", ",8,11,"), MUG.replace(",10,12,", ",20,14,")));

        Future<TakenBack> taking = transactions.run(() -> {
            sql.list(
                    "SELECT id FROM product WHERE store_id = ? AND handle = 'cup' FOR UPDATE",
                    row -> row.getLong(1),
                    store.id());
            Future<TakenBack> waiting = floor.meanwhile(() -> apply(plan));
            awaitSomebodyWhoWaitsToWriteAProduct();
            Future<Token> order = floor.meanwhile(() -> sales.placed(store, Map.of("MUG-S", 1)));
            assertDoesNotThrow(() -> order.get(2, TimeUnit.SECONDS), "the mugs are locked");
            return waiting;
        });

        assertEquals(new TakenBack(2, 0, 0, 0, 0), taking.get(20, TimeUnit.SECONDS));
        assertEquals(List.of("10/9/1/0", "3/3/0/0"), List.of(pieces("MUG-S"), pieces("CUP")));
    }

    @Test
    void piecesGoBackInTheOrderOfTheirSkus() throws IOException {
        apply(look(bring(
                CUP.replace(",3,9,", ",8,9,"),
                MUG.replace(",10,12,", ",20,12,").replace(",5,15,", ",6,15,"),
                "ale,Ale,Cups,,,ALE,shopify,4,9,")));

        assertEquals(
                "ALE CUP MUG-L MUG-S",
                floor.text(
                        "SELECT GROUP_CONCAT(sku ORDER BY id SEPARATOR ' ') FROM stock_movement"
                                + " WHERE store_id = ? AND reason = 'taken_back'",
                        store.id()));
    }

    @Test
    void whatANodeLeftWhenItDiedIsGoneOnWithOnce() throws IOException {
        int most = StockSetBack.AT_ONCE;
        List<String> rows = new ArrayList<>(List.of(CUP.replace(",3,9,", ",13,9,")));
        for (int i = 1; i <= 2 * most; i++) {
            rows.add("filler-" + i + ",Filler,,,,F-" + i + ",shopify,7,1,");
        }
        long number = bring(rows.toArray(new String[0]));
        sales.placed(store, Map.of("CUP", 12));
        takeProductsBack(number);
        assertEquals("13/1/12/0", pieces("CUP"));
        assertTrue(stock.setSomeBack(store.id()));
        assertEquals(most, setBack());
        assertTrue(journal.find(number).orElseThrow().stockDue());

        back.goOn();
        back.goOn();

        KeptImport of = journal.find(number).orElseThrow();
        assertFalse(of.stockDue());
        assertEquals(new TakenBack(1, 2 * most, 0, 0, 1), back.outcome(of).orElseThrow());
        assertEquals(2 * most + 1, setBack());
        assertEquals("12/0/12/0", pieces("CUP"), "ten had to go and one was there");
        assertEquals(
                0, floor.number("SELECT SUM(on_hand) FROM stock WHERE store_id = ? AND sku LIKE 'F-%'", store.id()));
        assertEquals(
                0,
                floor.number(
                        "SELECT COUNT(*) FROM stock_movement WHERE store_id = ? AND reason = 'taken_back'"
                                + " AND NOT staff_id <=> ?",
                        store.id(),
                        admin.id()),
                "whoever took it back is named, not who went on");
    }

    @Test
    void theSecondClickGoesOnAsWell() throws IOException {
        long number = bring(CUP.replace(",3,9,", ",13,9,"));
        String seen = look(number).fingerprint();
        takeProductsBack(number);

        assertInstanceOf(Nothing.class, back.apply(admin, store, number, seen));
        assertEquals("3/3/0/0", pieces("CUP"));
    }

    @Test
    void theSameCountThatComesBeforeThePiecesWentBackStands() throws IOException {
        String file = CUP.replace(",3,9,", ",13,9,");
        takeProductsBack(bring(file));

        long again = bring(file);
        back.goOn();

        assertEquals("13/13/0/0", pieces("CUP"));
        apply(look(again));
        assertEquals("3/3/0/0", pieces("CUP"), "the second import knows what it moved");
    }

    @Test
    void piecesOfTwoImportsGoBackInTheOrderInWhichTheseWereTakenBack() throws IOException {
        long first = bring(CUP.replace(",3,9,", ",10,11,"));
        long second = bring(CUP.replace(",3,9,", ",13,12,"));
        takeProductsBack(second);
        takeProductsBack(first);

        back.goOn();

        assertEquals("3/3/0/0", pieces("CUP"));
    }

    @Test
    void anImportIsNotForgottenBeforeItsPiecesWentBack() throws IOException {
        long number = bring(CUP.replace(",3,9,", ",13,9,"));
        floor.change("UPDATE catalogue_import SET started_at = started_at - INTERVAL 31 DAY WHERE id = ?", number);
        takeProductsBack(number);

        journal.forget(500);
        back.goOn();

        assertEquals("3/3/0/0", pieces("CUP"));
        journal.forget(500);
        assertTrue(journal.find(number).isEmpty());
    }

    @Test
    void whatWasSoldInBetweenStaysSold() throws IOException {
        long number = bring(CUP.replace(",3,9,", ",13,9,"));
        sales.placed(store, Map.of("CUP", 12));

        assertEquals(new TakenBack(1, 0, 0, 0, 1), apply(look(number)));
        assertEquals("12/0/12/0", pieces("CUP"), "ten had to go and one was there");
    }

    @Test
    void piecesThatAnotherImportCountedSinceStay() throws IOException {
        long number = bring(MUG, CUP.replace(",3,9,", ",13,9,"));
        floor.change(
                "UPDATE stock SET imported = 20, on_hand = 20, initial = 20 WHERE store_id = ? AND sku = 'CUP'",
                store.id());

        assertEquals(new TakenBack(1, 0, 0, 0, 0), apply(look(number)));
        assertEquals("20/20/0/0", pieces("CUP"));
    }

    @Test
    void whatWasChangedSinceStays() throws IOException {
        long number = bring(MUG.replace(",10,12,", ",20,14,"), CUP.replace(",3,9,", ",8,11,"));
        floor.change("UPDATE variant SET price_minor = 1500 WHERE store_id = ? AND sku = 'CUP'", store.id());

        TakeBackPlan plan = look(number);

        assertEquals("RESTORED CHANGED", outcome(plan, "mug") + " " + outcome(plan, "cup"));
        assertEquals(new TakenBack(1, 0, 0, 1, 0), apply(plan));
        assertEquals(List.of(1200L, 1500L), List.of(price("MUG-S"), price("CUP")));
        assertEquals(List.of("10/10/0/0", "8/8/0/0"), List.of(pieces("MUG-S"), pieces("CUP")));
    }

    @Test
    void anSkuGoesBackToTheProductItCameFrom() throws IOException {
        String small = "mug,Mug,Cups,Size,small,MUG-S,shopify,10,12,";
        long first = bring(small);
        long second = bring("bowl,Bowl,Cups,,,MUG-L,,,8,");

        TakeBackPlan early = look(first);
        assertEquals(Outcome.SKU_TAKEN, outcome(early, "mug"));
        assertTrue(early.isNothing());
        assertInstanceOf(Other.class, back.apply(admin, store, first, early.fingerprint()));
        apply(look(second));
        assertEquals(new TakenBack(1, 0, 0, 0, 0), apply(look(first)));
        assertEquals(
                "mug",
                floor.text(
                        "SELECT p.handle FROM variant v JOIN product p ON p.id = v.product_id"
                                + " WHERE v.store_id = ? AND v.sku = 'MUG-L'",
                        store.id()));
    }

    /** Two batches of one import: the first takes the SKU away, the second gives it to another product. */
    @Test
    void anSkuThatChangedHandsInOneImportChangesThemBack() throws IOException {
        Map<String, String> before = marks();
        List<String> rows = new ArrayList<>(List.of("mug,Mug,Cups,Size,small,MUG-S,shopify,10,12,"));
        for (int i = 1; i < ImportJournal.AT_ONCE; i++) {
            rows.add("filler-" + i + ",Filler,,,,F-" + i + ",,,1,");
        }
        rows.add("bowl,Bowl,Cups,,,MUG-L,,,8,");

        assertEquals(new TakenBack(1, ImportJournal.AT_ONCE, 0, 0, 0), apply(look(bring(rows.toArray(new String[0])))));
        assertEquals(before, marks());
    }

    @Test
    void itIsTakenBackAsItWasLookedAtOrNotAtAll() throws IOException {
        long number = bring("jug,Jug,,,,JUG,shopify,6,20,", CUP.replace(",9,", ",11,"));
        TakeBackPlan seen = look(number);
        sales.placed(store, Map.of("JUG", 1));

        Other other = assertInstanceOf(Other.class, back.apply(admin, store, number, seen.fingerprint()));

        assertEquals(Outcome.HIDDEN, outcome(other.now(), "jug"));
        assertEquals(1100, price("CUP"), "nothing was written");
        assertTrue(journal.find(number).orElseThrow().canBeTakenBack());
        assertEquals(new TakenBack(1, 0, 1, 0, 1), apply(other.now()));
    }

    @Test
    void twoWhoTakeItBackDoItOnceAndTheLogSaysSo() throws Exception {
        long number = bring(CUP.replace(",3,9,", ",13,11,"));
        String seen = look(number).fingerprint();
        long revision = floor.number("SELECT catalog_revision FROM store WHERE id = ?", store.id());

        List<TakeBackDesk.Answer> answers = floor.atOnce(4, () -> back.apply(admin, store, number, seen));

        assertEquals(1, answers.stream().filter(Done.class::isInstance).count());
        assertEquals(3, answers.stream().filter(Nothing.class::isInstance).count());
        assertEquals("3/3/0/0", pieces("CUP"));
        assertTrue(floor.number("SELECT catalog_revision FROM store WHERE id = ?", store.id()) > revision);
        KeptImport of = journal.find(number).orElseThrow();
        assertEquals(new TakenBack(1, 0, 0, 0, 0), back.outcome(of).orElseThrow());
        AuditEntry entry = log.find(of.entry().orElseThrow()).orElseThrow();
        assertEquals(number, TakeBackDesk.numberIn(entry));
        assertEquals(of.undoEntry(), entry.undoneBy());
    }

    @Test
    void onlyAnAdministratorAndOnlyInItsOwnShop() throws IOException {
        long number = bring(CUP.replace(",9,", ",11,"));
        String seen = look(number).fingerprint();
        Acting keeper = new Acting(admin.id(), admin.email(), admin.name(), StaffRole.SHOPKEEPER);

        assertThrows(
                NotAllowed.class,
                () -> back.preview(keeper, journal.find(number).orElseThrow()));
        assertThrows(NotAllowed.class, () -> back.apply(keeper, store, number, seen));
        assertInstanceOf(Nothing.class, back.apply(admin, floor.openStore(), number, seen));
        assertEquals(1100, price("CUP"));
    }

    @Test
    void anImportThatRunsIsStoppedByTakingItBack() throws IOException {
        long number = journal.begin(admin, store);
        Witness witness = journal.witness(store, number);
        brought(witness, CUP.replace(",9,", ",11,"));

        apply(look(number));

        assertThrows(TakenBackMeanwhile.class, () -> brought(witness, CUP.replace(",9,", ",12,")));
        assertEquals(900, price("CUP"));
    }

    @Test
    void tooManyAreNotKept() throws IOException {
        long number = journal.begin(admin, store);
        Witness witness = new ImportWitness(sql, states, new ImportWitness.Of(store.id(), number, 1));

        brought(witness, CUP.replace(",9,", ",11,"));
        assertTrue(journal.find(number).orElseThrow().canBeTakenBack());
        brought(witness, MUG.replace(",12,", ",14,"));

        assertFalse(journal.find(number).orElseThrow().canBeTakenBack());
        assertEquals(2, journal.find(number).orElseThrow().products());
        assertEquals(0, floor.number("SELECT COUNT(*) FROM catalogue_import_product WHERE import_id = ?", number));
        assertInstanceOf(Nothing.class, back.apply(admin, store, number, ""));
        assertEquals(1100, price("CUP"));
    }

    @Test
    void afterItsDaysAnImportIsForgotten() throws IOException {
        long old = bring(MUG.replace(",12,", ",14,"), CUP.replace(",9,", ",11,"));
        long young = bring(CUP.replace(",9,", ",12,"));
        floor.change("UPDATE catalogue_import SET started_at = started_at - INTERVAL 31 DAY WHERE id = ?", old);

        assertEquals(1, journal.forget(1));
        assertFalse(journal.find(old).orElseThrow().canBeTakenBack(), "half of it is gone");
        journal.forget(500);

        assertTrue(journal.find(old).isEmpty());
        assertTrue(journal.find(young).orElseThrow().canBeTakenBack());
        assertEquals(0, floor.number("SELECT COUNT(*) FROM catalogue_import_product WHERE import_id = ?", old));
        assertEquals(1, floor.number("SELECT COUNT(*) FROM catalogue_import_product WHERE import_id = ?", young));
    }

    @Test
    void aTrialKeepsNothing() throws IOException {
        long before = floor.number("SELECT COUNT(*) FROM catalogue_import WHERE store_id = ?", store.id());

        desk.bring(
                admin,
                store,
                Posted.products(HEADER, CUP.replace(",9,", ",11,")).csv(),
                true);

        assertEquals(before, floor.number("SELECT COUNT(*) FROM catalogue_import WHERE store_id = ?", store.id()));
    }

    /** Whoever adds a column says here that it needs no taking back, or keeps it. */
    @Test
    void everyColumnOfAProductIsKept() {
        Map<String, List<String>> kept = Map.of(
                "product", ProductStates.PRODUCT, "variant", ProductStates.VARIANT, "picture", ProductStates.PICTURE);
        Set<String> rows =
                Set.of("id", "store_id", "product_id", "handle", "created_at", "updated_at", "version", "picture_id");
        kept.forEach((table, columns) -> {
            Set<String> all = new HashSet<>(sql.list(
                    "SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?",
                    row -> row.getString(1),
                    table));
            all.removeAll(rows);
            assertEquals(all, Set.copyOf(columns), table);
        });
    }

    private long bring(String... rows) throws IOException {
        Posted posted = posted(rows);
        desk.bring(admin, store, posted.zip(), false);
        return back.recent(store).isEmpty() ? 0 : back.recent(store).get(0).number();
    }

    private void brought(Witness witness, String... rows) throws IOException {
        try (PreparedImport prepared =
                imports.prepare(store, posted(rows).zip(), new ImportOptions(false, false), witness)) {
            prepared.run((done, total) -> {});
        }
    }

    private static Posted posted(String... rows) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(List.of(rows));
        return Posted.products(lines.toArray(new String[0]))
                .with("mug.svg", SVG.formatted(10))
                .with("cup.svg", SVG.formatted(20))
                .with("jug.svg", SVG.formatted(30));
    }

    private TakeBackPlan look(long number) {
        return back.preview(admin, journal.find(number).orElseThrow());
    }

    private TakenBack apply(TakeBackPlan plan) {
        return assertInstanceOf(Done.class, back.apply(admin, store, plan.of().number(), plan.fingerprint()))
                .counts();
    }

    /** As a node does that dies before the pieces. */
    private void takeProductsBack(long number) {
        assertInstanceOf(
                Done.class,
                back.takeProductsBack(admin, store, number, look(number).fingerprint()));
    }

    private long setBack() {
        return floor.number(
                "SELECT COUNT(*) FROM stock_movement WHERE store_id = ? AND reason = 'taken_back'", store.id());
    }

    private void awaitSomebodyWhoWaitsToWriteAProduct() {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(4));
        while (floor.number("SELECT COUNT(*) FROM information_schema.processlist"
                        + " WHERE info LIKE 'UPDATE product SET%' AND time_ms > 100")
                == 0) {
            assertTrue(Instant.now().isBefore(deadline), "nobody waits for the product");
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
    }

    private static Outcome outcome(TakeBackPlan plan, String handle) {
        return plan.lines().stream()
                .filter(line -> line.handle().equals(handle))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    private Map<String, String> marks() {
        List<String> handles =
                sql.list("SELECT handle FROM product WHERE store_id = ?", row -> row.getString(1), store.id());
        return states.of(store.id(), handles).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, state -> state.getValue().mark()));
    }

    private String pieces(String sku) {
        return floor.stockOf(store, sku);
    }

    private long price(String sku) {
        return floor.number("SELECT price_minor FROM variant WHERE store_id = ? AND sku = ?", store.id(), sku);
    }

    private long variant(String sku) {
        return floor.number("SELECT id FROM variant WHERE store_id = ? AND sku = ?", store.id(), sku);
    }

    private long place(String handle) {
        return floor.number("SELECT position FROM product WHERE store_id = ? AND handle = ?", store.id(), handle);
    }

    /** When its first price began. */
    private String since(String sku) {
        return floor.text(
                "SELECT MIN(h.from_at) FROM price_history h JOIN variant v ON v.id = h.variant_id"
                        + " WHERE v.store_id = ? AND v.sku = ?",
                store.id(),
                sku);
    }

    private String prices(String sku) {
        return floor.text(
                "SELECT GROUP_CONCAT(h.price_minor ORDER BY h.from_at SEPARATOR ' ') FROM price_history h"
                        + " JOIN variant v ON v.id = h.variant_id WHERE v.store_id = ? AND v.sku = ?",
                store.id(),
                sku);
    }
}

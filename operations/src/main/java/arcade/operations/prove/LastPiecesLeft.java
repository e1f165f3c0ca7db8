package arcade.operations.prove;

import arcade.operations.catalogue.ProofStore;
import arcade.operations.catalogue.ProofStore.Article;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Promise 6. Many want few pieces while nodes are killed: exactly the pieces are sold, and nobody pays for one he did not get. */
final class LastPiecesLeft implements Promise {
    private static final int PIECES = 30;
    private static final int BUYERS = 24;
    private static final int MOST_WAVES = 4;
    private static final long PRICE_MINOR = 6_500;
    private static final Duration ROUND_WITHIN = Duration.ofSeconds(150);
    private static final int MOST_DWELL_MILLIS = 2500;

    @Override
    public String code() {
        return "6";
    }

    @Override
    public String title() {
        return "last pieces";
    }

    @Override
    public int share() {
        return 8;
    }

    /** What the shop's shelf says of an article. */
    private record Shelf(long initial, long onHand, long reserved, long sold, long paidPieces) {}

    @Override
    public void prove(Scene scene, Duration time, Trial trial) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        int rounds = 0;
        do {
            rounds++;
            round(scene, trial, rounds);
        } while (System.nanoTime() < end);
        trial.trials((long) rounds * PIECES, "pieces");
        trial.note(rounds + " rounds of " + PIECES + " pieces for " + BUYERS + " buyers at once; no coupons yet");
    }

    private static void round(Scene scene, Trial trial, int number) throws InterruptedException {
        String handle = "last-" + Long.toString(System.currentTimeMillis(), 36);
        String sku = handle.toUpperCase(java.util.Locale.ROOT);
        new ProofStore(scene.home()).stock(List.of(new Article(handle, sku, PIECES, PRICE_MINOR)));
        long deadline = System.nanoTime() + ROUND_WITHIN.toNanos();
        Shelf shelf = shelf(scene, sku);
        for (int wave = 1; wave <= MOST_WAVES && shelf.sold() < PIECES && System.nanoTime() < deadline; wave++) {
            scene.shoppers().beginLastPieces(BUYERS, sku, handle);
            kill(scene, trial, wave);
            Scene.await(ROUND_WITHIN, () -> scene.shoppers().allHome() ? Optional.of(true) : Optional.<Boolean>empty());
            scene.shoppers().end().forEach(trial::mishap);
            shelf = Scene.await(
                            ROUND_WITHIN, () -> Optional.of(shelf(scene, sku)).filter(now -> now.reserved() == 0))
                    .orElseGet(() -> shelf(scene, sku));
        }
        scene.say("promise 6: round " + number + ", " + sku + ": " + shelf);
        if (shelf.initial() != PIECES || shelf.onHand() != 0 || shelf.reserved() != 0 || shelf.sold() != PIECES) {
            trial.violation(sku + " had " + PIECES + " pieces and everybody wanted one, but the shelf says " + shelf);
        }
        if (shelf.paidPieces() != shelf.sold()) {
            trial.violation(sku + ": " + shelf.paidPieces() + " pieces were paid, " + shelf.sold() + " sold");
        }
    }

    /** The till's node once, and another one: at a random moment of the rush. */
    private static void kill(Scene scene, Trial trial, int wave) throws InterruptedException {
        if (wave > 1) {
            return;
        }
        Thread.sleep(scene.random().nextInt(MOST_DWELL_MILLIS));
        Set<String> ready = scene.nodes().ready();
        List<String> victims = new ArrayList<>();
        scene.till().map(TillLog.Lease::node).filter(ready::contains).ifPresent(victims::add);
        ready.removeAll(victims);
        if (!victims.isEmpty() && !ready.isEmpty()) {
            String node = victims.get(0);
            Instant at = scene.nodes().kill(node);
            trial.fault("kill -9", 1);
            scene.timeline().mark(at, "kill", node + " during the rush for the last pieces");
            scene.nodes().bringBack(node, Optional.empty());
        }
        scene.nodes().mishaps().forEach(trial::mishap);
    }

    private static Shelf shelf(Scene scene, String sku) {
        return scene.log()
                .rows(
                        "SELECT s.initial, s.on_hand, s.reserved, s.sold, (SELECT COALESCE(SUM(l.quantity), 0)"
                                + " FROM order_line l JOIN shop_order o ON o.id = l.order_id"
                                + " WHERE l.sku = s.sku AND o.store_id = s.store_id AND o.state = 'PAID')"
                                + " FROM stock s JOIN store st ON st.id = s.store_id WHERE st.code = ? AND s.sku = ?",
                        row -> new Shelf(
                                row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)),
                        ProofStore.CODE,
                        sku)
                .get(0);
    }
}

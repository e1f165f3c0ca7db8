package arcade.operations.audit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Gathers the evidence while the shop goes on selling, in the one order that makes no false alarm:
 *
 * <ol>
 *   <li>the clients' records: what a client was told was committed before it was told, so the shop read later has it;
 *   <li>the ledger's last number: the intention of a capture is committed before its call is sent, so a shop read later
 *       knows every movement up to this number, at least as on its way;
 *   <li>the shop, at one instant;
 *   <li>the whole ledger: a capture is recorded in the shop after the gateway made it, so a ledger read later has every
 *       capture the shop speaks of.
 * </ol>
 *
 * The ledger first and then the shop alone would miss captures the shop already has (I3); the shop first alone would
 * show captures of orders it does not have yet (I2).
 */
final class Auditor {
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final LedgerReader gateway;
    private final ShopReader shop;
    private final Duration settle;

    /** @param settle how long payments and refunds that are open at the start may take to come to rest */
    Auditor(LedgerReader gateway, ShopReader shop, Duration settle) {
        this.gateway = gateway;
        this.shop = shop;
        this.settle = settle;
    }

    Evidence gather(Optional<Path> records) throws InterruptedException {
        Optional<List<ClientRecord>> clients = records.map(ClientRecords::read);
        Set<String> unsettled = settled(shop.open());
        long beforeShop = gateway.read().lastSeq();
        Shop snapshot = shop.snapshot();
        return new Evidence(snapshot, gateway.read(), beforeShop, clients, unsettled);
    }

    /** Waits for these payments and refunds only: a busy shop always has newer ones on their way, and they are no finding. */
    private Set<String> settled(Set<String> open) {
        long deadline = System.nanoTime() + settle.toNanos();
        Set<String> left = new HashSet<>(open);
        while (!left.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            left.retainAll(shop.open());
        }
        return left;
    }
}

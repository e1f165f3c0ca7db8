package arcade.operations.audit;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that the invariants are checked against, read in the order that makes no false alarm (see {@link Auditor}).
 *
 * @param ledger read after the shop: it holds every capture the shop speaks of
 * @param beforeShop the ledger's last number when it was read before the shop: movements up to it had their intention
 *     committed in the shop already, later ones may not be in it
 * @param clients what clients were told; empty when no records were given
 * @param unsettled payments and refunds that were open when the audit began and had the whole waiting time to come to rest
 */
record Evidence(
        Shop shop, Ledger ledger, long beforeShop, Optional<List<ClientRecord>> clients, Set<String> unsettled) {}

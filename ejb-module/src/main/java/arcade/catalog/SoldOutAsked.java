package arcade.catalog;

import arcade.store.Store;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Asks whoever counts pieces which products of a store have none left in any variant. Fired outside a transaction; where nobody counts,
 * nothing is sold out.
 */
public final class SoldOutAsked {
    private final Store store;
    private final Set<Long> products = new HashSet<>();

    public SoldOutAsked(Store store) {
        this.store = store;
    }

    public Store store() {
        return store;
    }

    public void add(Collection<Long> productIds) {
        products.addAll(productIds);
    }

    public Set<Long> products() {
        return Set.copyOf(products);
    }
}

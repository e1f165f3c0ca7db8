package arcade.catalog.importing;

import arcade.shared.Sku;
import java.util.List;

/**
 * Looks on while an import writes: before and after each batch, inside the batch's transaction and behind the lock of the store's row.
 * A batch that is repeated is told anew.
 */
public interface Witness {
    /** @param handles of products that will be written, new ones too, in the order of writing */
    void before(List<String> handles, List<Sku> skus);

    void after(List<String> handles, List<Sku> skus);

    /** Nobody looks on. */
    static Witness nobody() {
        return new Witness() {
            @Override
            public void before(List<String> handles, List<Sku> skus) {
                // Nobody wants to know.
            }

            @Override
            public void after(List<String> handles, List<Sku> skus) {
                // Nobody wants to know.
            }
        };
    }
}

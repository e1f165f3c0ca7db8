package arcade.invoicing;

import arcade.database.Sql;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Who sells in which store. A change counts for invoices issued from then on. */
@ApplicationScoped
public class Sellers {
    @Inject
    private Sql sql;

    public Optional<Seller> of(Store store) {
        return sql.first(
                "SELECT name, address, tax_number FROM invoice_seller WHERE store_id = ?",
                row -> new Seller(row.getString(1), row.getString(2).lines().toList(), row.getString(3)),
                store.id());
    }

    public void put(Store store, Seller seller) {
        sql.update(
                "INSERT INTO invoice_seller (store_id, name, address, tax_number) VALUES (?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE name = VALUES(name), address = VALUES(address),"
                        + " tax_number = VALUES(tax_number)",
                store.id(),
                seller.name(),
                String.join("\n", seller.address()),
                seller.taxNumber());
    }

    /** As long as nobody said more, the store's name stands on its invoices. */
    Seller orItsName(Store store) {
        return of(store).orElseGet(() -> new Seller(store.name(), List.of(), ""));
    }
}

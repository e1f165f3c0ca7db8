package arcade.promotion;

import arcade.database.Sql;
import arcade.shared.Money;
import arcade.store.Revisions;
import arcade.store.Store;
import arcade.store.StoreChanged;
import arcade.store.StoreSetup;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tariffs of all stores, kept by the store's revision, so a change is in force everywhere after a second or two.
 */
@ApplicationScoped
public class Tariffs {
    private static final int MOST_CACHED = 2_000;

    private record Key(long store, long revision) {}

    private final Cache<Key, Tariff> cached =
            Caffeine.newBuilder().maximumSize(MOST_CACHED).build();

    @Inject
    private Sql sql;

    @Inject
    private Revisions revisions;

    public Tariff of(Store store) {
        return cached.get(new Key(store.id(), revisions.of(store)), key -> load(store));
    }

    void setUp(@Observes StoreChanged change) {
        long store = change.store().id();
        StoreSetup setup = change.setup();
        sql.update("DELETE FROM shipping_rate WHERE store_id = ?", store);
        setup.shipping()
                .forEach(rate -> sql.update(
                        "INSERT INTO shipping_rate (store_id, country, amount_minor, free_from_minor)"
                                + " VALUES (?, ?, ?, ?)",
                        store,
                        rate.country(),
                        rate.amount().minor(),
                        rate.freeFrom().map(Money::minor).orElse(null)));
        sql.update("DELETE FROM tax_rate WHERE store_id = ?", store);
        setup.taxBasisPoints()
                .forEach((country, points) -> sql.update(
                        "INSERT INTO tax_rate (store_id, country, basis_points) VALUES (?, ?, ?)",
                        store,
                        country,
                        points));
    }

    private Tariff load(Store store) {
        List<String> countries = new ArrayList<>();
        Map<String, Tariff.Rate> shipping = new HashMap<>();
        sql.list(
                "SELECT country, amount_minor, free_from_minor FROM shipping_rate WHERE store_id = ?"
                        + " ORDER BY country <> ?, country",
                row -> {
                    Money amount = new Money(row.getLong(2), store.currency());
                    Optional<Money> freeFrom = Optional.ofNullable(row.getObject(3, Long.class))
                            .map(minor -> new Money(minor, store.currency()));
                    countries.add(row.getString(1));
                    return shipping.put(row.getString(1), new Tariff.Rate(amount, freeFrom));
                },
                store.id(),
                store.country());
        Map<String, Integer> taxes = new HashMap<>();
        sql.list(
                "SELECT country, basis_points FROM tax_rate WHERE store_id = ?",
                row -> taxes.put(row.getString(1), row.getInt(2)),
                store.id());
        return new Tariff(countries, shipping, taxes);
    }
}

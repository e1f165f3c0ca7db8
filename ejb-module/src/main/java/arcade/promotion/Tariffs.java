package arcade.promotion;

import arcade.database.Sql;
import arcade.shared.Money;
import arcade.store.PerRevision;
import arcade.store.Revisions;
import arcade.store.Store;
import arcade.store.StoreChanged;
import arcade.store.StoreSetup;
import arcade.store.StoreSetup.Dispatch;
import arcade.store.StoreSetup.ShippingRate;
import arcade.store.StoreSetup.Transit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.time.ZoneId;
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
    private final PerRevision<Tariff> cached = new PerRevision<>();

    @Inject
    private Sql sql;

    @Inject
    private Revisions revisions;

    public Tariff of(Store store) {
        return cached.of(store, revisions.of(store), () -> load(store));
    }

    void setUp(@Observes StoreChanged change) {
        long store = change.store().id();
        StoreSetup setup = change.setup();
        sql.update("DELETE FROM shipping_rate WHERE store_id = ?", store);
        setup.shipping()
                .forEach(rate -> sql.update(
                        "INSERT INTO shipping_rate (store_id, country, amount_minor, free_from_minor, transit_least_days,"
                                + " transit_most_days) VALUES (?, ?, ?, ?, ?, ?)",
                        store,
                        rate.country(),
                        rate.amount().minor(),
                        rate.freeFrom().map(Money::minor).orElse(null),
                        rate.transit().map(Transit::leastDays).orElse(null),
                        rate.transit().map(Transit::mostDays).orElse(null)));
        sql.update(
                "UPDATE store SET time_zone = ?, order_cut_off = ?, handling_days = ? WHERE id = ?",
                setup.dispatch().map(Dispatch::timeZone).map(ZoneId::getId).orElse(null),
                setup.dispatch().map(Dispatch::cutOff).map(LocalTime::toString).orElse(null),
                setup.dispatch().map(Dispatch::handlingDays).orElse(null),
                store);
        sql.update("DELETE FROM tax_rate WHERE store_id = ?", store);
        setup.taxBasisPoints()
                .forEach((country, points) -> sql.update(
                        "INSERT INTO tax_rate (store_id, country, basis_points) VALUES (?, ?, ?)",
                        store,
                        country,
                        points));
    }

    /** What sending costs and how long it takes: the store's own country first, then by code. */
    public List<ShippingRate> rates(Store store) {
        return sql.list(
                "SELECT country, amount_minor, free_from_minor, transit_least_days, transit_most_days FROM shipping_rate"
                        + " WHERE store_id = ? ORDER BY country <> ?, country",
                row -> new ShippingRate(
                        row.getString(1),
                        new Money(row.getLong(2), store.currency()),
                        Optional.ofNullable(row.getObject(3, Long.class))
                                .map(minor -> new Money(minor, store.currency())),
                        row.getObject(4) == null || row.getObject(5) == null
                                ? Optional.empty()
                                : Optional.of(new Transit(row.getInt(4), row.getInt(5)))),
                store.id(),
                store.country());
    }

    /** When the store's parcels leave; empty: nobody said. */
    public Optional<Dispatch> dispatch(Store store) {
        return sql.first(
                "SELECT time_zone, TIME_FORMAT(order_cut_off, '%H:%i'), handling_days FROM store WHERE id = ?"
                        + " AND time_zone IS NOT NULL AND order_cut_off IS NOT NULL AND handling_days IS NOT NULL",
                row -> Dispatch.of(row.getString(1), row.getString(2), row.getInt(3)), store.id());
    }

    private Tariff load(Store store) {
        List<String> countries = new ArrayList<>();
        Map<String, Tariff.Rate> shipping = new HashMap<>();
        rates(store).forEach(rate -> {
            countries.add(rate.country());
            shipping.put(rate.country(), new Tariff.Rate(rate.amount(), rate.freeFrom(), rate.transit()));
        });
        Map<String, Integer> taxes = new HashMap<>();
        sql.list(
                "SELECT country, basis_points FROM tax_rate WHERE store_id = ?",
                row -> taxes.put(row.getString(1), row.getInt(2)),
                store.id());
        return new Tariff(store.country(), countries, shipping, taxes, dispatch(store));
    }
}

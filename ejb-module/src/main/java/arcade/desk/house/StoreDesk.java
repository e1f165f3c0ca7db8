package arcade.desk.house;

import arcade.database.Sql;
import arcade.database.Transactions;
import arcade.promotion.Tariffs;
import arcade.staff.Acting;
import arcade.staff.AuditLog;
import arcade.staff.StaffRole;
import arcade.store.Family;
import arcade.store.Store;
import arcade.store.StoreSetup;
import arcade.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shops, made and changed while all others sell: nodes see a change within {@code arcade.store.cache.seconds}. */
@ApplicationScoped
public class StoreDesk {
    private static final int MOST = 1000;

    @Inject
    private Sql sql;

    @Inject
    private Stores stores;

    @Inject
    private Tariffs tariffs;

    @Inject
    private AuditLog log;

    @Inject
    private Transactions transactions;

    /** A shop in a list. @param domains host names, by comma */
    public record Listed(String code, String name, String currency, String locale, String domains, long products) {}

    public List<Listed> all() {
        return sql.list(
                "SELECT s.code, s.name, s.currency, s.locale,"
                        + " COALESCE((SELECT GROUP_CONCAT(d.host ORDER BY d.host SEPARATOR ', ') FROM store_domain d"
                        + " WHERE d.store_id = s.id), ''),"
                        + " (SELECT COUNT(*) FROM product p WHERE p.store_id = s.id) FROM store s ORDER BY s.name, s.code LIMIT ?",
                row -> new Listed(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(6)),
                MOST);
    }

    /** Codes of all shops, for lists to choose from. */
    public List<String> codes() {
        return sql.list("SELECT code FROM store ORDER BY code LIMIT ?", row -> row.getString(1), MOST);
    }

    /** The shop as a form shows it; categories are left as they are. */
    public Optional<ShownStore> open(String code) {
        return stores.byCode(code).map(this::setup).map(setup -> new ShownStore(setup, StoreJson.mark(setup)));
    }

    /**
     * Makes the shop of the setup's code, or changes it. Sent twice it is written once.
     *
     * @param mark of the shop that the change was made from; empty for a new one
     * @return what is there in place of that, when somebody was first; then nothing was written
     * @throws arcade.store.HostTaken a host name is another shop's
     * @throws IllegalArgumentException the shop exists in another currency
     */
    public Optional<ShownStore> put(Acting acting, StoreSetup setup, String mark) {
        acting.require(StaffRole.ADMIN);
        return transactions.run(() -> {
            // The second of two waits here, and reads what the first wrote.
            sql.first("SELECT id FROM store WHERE code = ? FOR UPDATE", row -> row.getLong(1), setup.code());
            Optional<ShownStore> now = open(setup.code());
            String wanted = StoreJson.mark(setup);
            if (now.map(ShownStore::mark).filter(wanted::equals).isPresent()) {
                return Optional.empty();
            }
            if (!now.map(ShownStore::mark).orElse("").equals(mark)) {
                return now;
            }
            stores.put(setup);
            log.write(
                    Optional.of(acting),
                    now.isEmpty() ? "store.add" : "store.change",
                    "store",
                    setup.code(),
                    now.map(ShownStore::setup).map(StoreJson::of).orElse(null),
                    StoreJson.of(setup));
            return Optional.empty();
        });
    }

    private StoreSetup setup(Store store) {
        Map<String, String> labels = new LinkedHashMap<>();
        sql.list(
                "SELECT host, label FROM store_domain WHERE store_id = ? ORDER BY host",
                row -> labels.put(row.getString(1), row.getString(2)),
                store.id());
        List<String> hosts = List.copyOf(labels.keySet());
        labels.values().removeIf(String::isEmpty);
        Map<String, Integer> taxes = new LinkedHashMap<>();
        sql.list(
                "SELECT country, basis_points FROM tax_rate WHERE store_id = ? ORDER BY country",
                row -> taxes.put(row.getString(1), row.getInt(2)),
                store.id());
        return new StoreSetup(
                store.code(),
                store.name(),
                store.tagline(),
                store.currency(),
                store.locale(),
                store.country(),
                store.look(),
                hosts,
                List.of(),
                tariffs.rates(store),
                taxes,
                tariffs.dispatch(store),
                new Family(store.owner(), labels),
                store.accent());
    }
}

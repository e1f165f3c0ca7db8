package arcade.desk.house;

import arcade.database.Sql;
import arcade.database.Transactions;
import arcade.promotion.Tariffs;
import arcade.staff.Acting;
import arcade.staff.AuditLog;
import arcade.staff.StaffRole;
import arcade.store.Accent;
import arcade.store.Family;
import arcade.store.Store;
import arcade.store.StoreSetup;
import arcade.store.StoreSetup.Transit;
import arcade.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
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
    public Optional<StoreSetup> setup(String code) {
        return stores.byCode(code).map(this::setup);
    }

    /**
     * Makes the shop of the setup's code, or changes it.
     *
     * @throws arcade.store.HostTaken a host name is another shop's
     * @throws IllegalArgumentException the shop exists in another currency
     */
    public void put(Acting acting, StoreSetup setup) {
        acting.require(StaffRole.ADMIN);
        transactions.run(() -> {
            Optional<StoreSetup> before = setup(setup.code());
            stores.put(setup);
            return log.write(
                    Optional.of(acting),
                    before.isEmpty() ? "store.add" : "store.change",
                    "store",
                    setup.code(),
                    before.map(StoreDesk::json).orElse(null),
                    json(setup));
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

    private static JsonObject json(StoreSetup setup) {
        JsonArrayBuilder shipping = Json.createArrayBuilder();
        setup.shipping()
                .forEach(rate ->
                        shipping.add(rate.country() + " " + rate.amount().minor()
                                + rate.transit().map(StoreDesk::days).orElse("")));
        JsonObjectBuilder taxes = Json.createObjectBuilder();
        setup.taxBasisPoints().forEach(taxes::add);
        JsonObjectBuilder offered = Json.createObjectBuilder();
        setup.family().offered().forEach(offered::add);
        return Json.createObjectBuilder()
                .add("name", setup.name())
                .add("tagline", setup.tagline())
                .add("currency", setup.currency().getCurrencyCode())
                .add("locale", setup.locale().toLanguageTag())
                .add("country", setup.country())
                .add("look", setup.look())
                .add("owner", setup.family().owner())
                .add("accent", setup.accent().map(Accent::colour).orElse(""))
                .add("domains", Json.createArrayBuilder(setup.domains()))
                .add("offered", offered)
                .add("shipping", shipping)
                .add("taxBasisPoints", taxes)
                .add("dispatch", setup.dispatch().map(Record::toString).orElse(""))
                .build();
    }

    private static String days(Transit transit) {
        return " in " + transit.leastDays() + " to " + transit.mostDays() + " days";
    }
}

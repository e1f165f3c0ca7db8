package arcade.desk.customers;

import arcade.customer.Customers;
import arcade.customer.PersonalData;
import arcade.customer.PersonalData.Erasure;
import arcade.customer.PersonalData.Erasure.Erased;
import arcade.customer.PersonalData.Holding;
import arcade.database.Transactions;
import arcade.desk.orders.FoundOrder;
import arcade.desk.orders.OrderList;
import arcade.staff.Acting;
import arcade.staff.AuditLog;
import arcade.staff.StaffRole;
import arcade.store.Store;
import arcade.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * One buyer on the desk. Whoever sees orders sees him; what is held of him is handed out by a shopkeeper and erased by an
 * administrator, who have made sure that it is he who asks. The log says that it was done, and not to whom.
 */
@ApplicationScoped
public class CustomerDesk {
    /** The kind of subject in the audit log. */
    public static final String KIND = "customer";

    private static final String ERASE = "customer.erase";
    private static final int MOST_ENTRIES = 100;

    @Inject
    private BuyerRows rows;

    @Inject
    private OrderList orders;

    @Inject
    private PersonalData data;

    @Inject
    private Stores stores;

    @Inject
    private AuditLog log;

    @Inject
    private Transactions transactions;

    /** What came of the wish to erase somebody. */
    public enum Answer {
        DONE,
        /** What was typed is not his mail address. */
        NOT_HIS_ADDRESS,
        ORDERS_OPEN,
        /** There is nobody of that name. */
        NOBODY
    }

    public Optional<CustomerFile> open(CustomerRef ref) {
        return rows.find(ref).map(who -> {
            Holding holding = data.look(store(who), who.email());
            return new CustomerFile(who, rows.addresses(who, holding.orders()), holding);
        });
    }

    /** One page of his orders, newest first. */
    public List<FoundOrder> orders(CustomerFile file, int offset, int limit) {
        return orders.of(
                file.holding().orders().stream().skip(offset).limit(limit).toList());
    }

    /** Everything that his store holds of him; empty: there is nobody of that name. */
    public Optional<JsonObject> export(Acting acting, CustomerRef ref) {
        acting.require(StaffRole.SHOPKEEPER);
        return rows.find(ref)
                .map(who -> transactions.run(() -> {
                    log.write(Optional.of(acting), "customer.export", KIND, ref.toString(), null, null);
                    return data.export(store(who), who.email());
                }));
    }

    /**
     * Erases him from his store. A second time it changes nothing, and is answered as the first time was.
     *
     * @param typed his mail address, typed by who is about to erase him
     */
    public Answer erase(Acting acting, CustomerRef ref, String typed) {
        acting.require(StaffRole.ADMIN);
        Optional<FoundCustomer> who = rows.find(ref);
        if (who.isEmpty()) {
            return wasErased(ref) ? Answer.DONE : Answer.NOBODY;
        }
        if (!Customers.folded(typed).equals(who.get().email())) {
            return Answer.NOT_HIS_ADDRESS;
        }
        return transactions.run(() -> {
            Erasure erasure = data.erase(store(who.get()), who.get().email());
            if (!(erasure instanceof Erased erased)) {
                return Answer.ORDERS_OPEN;
            }
            if (erased.account() || erased.orders() > 0) {
                log.write(Optional.of(acting), ERASE, KIND, ref.toString(), null, json(who.get(), erased));
            }
            return Answer.DONE;
        });
    }

    /** Whether somebody of that name was there, and was erased. */
    public boolean wasErased(CustomerRef ref) {
        return log.of(KIND, ref.toString(), MOST_ENTRIES).stream()
                .anyMatch(entry -> entry.action().equals(ERASE));
    }

    private Store store(FoundCustomer who) {
        return stores.byCode(who.store()).orElseThrow();
    }

    private static JsonObject json(FoundCustomer who, Erased erased) {
        return Json.createObjectBuilder()
                .add("store", who.store())
                .add("account", erased.account())
                .add("orders", erased.orders())
                .build();
    }
}

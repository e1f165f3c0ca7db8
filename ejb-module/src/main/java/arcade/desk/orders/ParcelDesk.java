package arcade.desk.orders;

import arcade.database.Transactions;
import arcade.fulfilment.AfterOrder;
import arcade.fulfilment.AfterOrders;
import arcade.fulfilment.Outcome;
import arcade.fulfilment.Outcome.Done;
import arcade.fulfilment.Outcome.Reason;
import arcade.fulfilment.Returns;
import arcade.fulfilment.Shipments;
import arcade.fulfilment.Shipping;
import arcade.shared.Token;
import arcade.staff.Acting;
import arcade.staff.AuditLog;
import arcade.staff.StaffRole;
import arcade.store.Store;
import arcade.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What leaves the house and what comes back. A parcel is any clerk's; whoever takes a return in gives money back. */
@ApplicationScoped
public class ParcelDesk {
    @Inject
    private Stores stores;

    @Inject
    private AfterOrders after;

    @Inject
    private Shipments shipments;

    @Inject
    private Returns returns;

    @Inject
    private AuditLog log;

    @Inject
    private Transactions transactions;

    public AfterOrder look(OrderFile file) {
        return after.of(store(file), file.order());
    }

    public Outcome ship(Acting acting, OrderFile file, Shipping wish) {
        return logged(
                acting,
                file,
                "order.ship",
                Json.createObjectBuilder()
                        .add("carrier", wish.carrier())
                        .add("number", wish.trackingNumber())
                        .add("pieces", pieces(wish.pieces()))
                        .build(),
                () -> shipments.ship(store(file), file.order().token(), wish));
    }

    public Outcome delivered(Acting acting, OrderFile file, Token shipment) {
        if (!shipments.isOf(file.order().token(), shipment)) {
            return Outcome.refused(Reason.NO_SUCH_SHIPMENT, "The order has no shipment " + shipment + ".");
        }
        return logged(
                acting, file, "order.delivered", named("shipment", shipment), () -> shipments.delivered(shipment));
    }

    /** @param undamaged pieces that can be sold again, by the line's position */
    public Outcome received(Acting acting, OrderFile file, Token back, Map<Integer, Integer> undamaged) {
        acting.require(StaffRole.SHOPKEEPER);
        if (!returns.isOf(file.order().token(), back)) {
            return noReturn(back);
        }
        return logged(
                acting,
                file,
                "order.received",
                Json.createObjectBuilder(named("return", back))
                        .add("undamaged", pieces(undamaged))
                        .build(),
                () -> returns.received(store(file), back, undamaged));
    }

    /** @param why for the shopper to read */
    public Outcome refuse(Acting acting, OrderFile file, Token back, String why) {
        acting.require(StaffRole.SHOPKEEPER);
        if (!returns.isOf(file.order().token(), back)) {
            return noReturn(back);
        }
        return logged(
                acting,
                file,
                "order.refused",
                Json.createObjectBuilder(named("return", back)).add("why", why).build(),
                () -> returns.refuse(store(file), back, why));
    }

    private static Outcome noReturn(Token back) {
        return Outcome.refused(Reason.NO_SUCH_RETURN, "The order has no return " + back + ".");
    }

    private Outcome logged(Acting acting, OrderFile file, String action, JsonObject what, Supplier<Outcome> work) {
        return transactions.run(() -> {
            Outcome outcome = work.get();
            if (outcome instanceof Done done && !done.again()) {
                log.write(
                        Optional.of(acting),
                        action,
                        OrderDesk.KIND,
                        file.order().token().value(),
                        null,
                        what);
            }
            return outcome;
        });
    }

    private Store store(OrderFile file) {
        return stores.byCode(file.store()).orElseThrow();
    }

    private static JsonObject named(String name, Token ref) {
        return Json.createObjectBuilder().add(name, ref.value()).build();
    }

    private static JsonObject pieces(Map<Integer, Integer> pieces) {
        var json = Json.createObjectBuilder();
        pieces.forEach((position, count) -> json.add(Integer.toString(position), count));
        return json.build();
    }
}

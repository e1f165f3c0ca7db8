package arcade.web.fulfilment;

import arcade.fulfilment.AfterOrders;
import arcade.invoicing.Invoices;
import arcade.ordering.OrderState;
import arcade.ordering.OrderView;
import arcade.store.Store;
import arcade.web.store.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Reads what the order's page says of the time after the order. */
@ApplicationScoped
public class AfterwardsReader {
    @Inject
    private AfterOrders afterOrders;

    @Inject
    private Invoices invoices;

    public Afterwards read(Store store, OrderView order, String done) {
        return new Afterwards(
                order,
                afterOrders.of(store, order),
                order.state() == OrderState.PAID ? invoices.allOf(order.token()) : List.of(),
                done,
                Words.of(store));
    }
}

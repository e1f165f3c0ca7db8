package arcade.web.admin.orders;

import arcade.desk.house.StoreDesk;
import arcade.desk.orders.FoundOrder;
import arcade.desk.orders.OrderList;
import arcade.desk.orders.OrderList.By;
import arcade.desk.orders.OrderQuery;
import arcade.web.admin.LazyTable;
import arcade.web.admin.Page;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** {@code /admin/orders?q=&state=&store=}. */
@Named("orderList")
@RequestScoped
public class OrderListPage extends Page {
    @Inject
    private OrderList search;

    @Inject
    private StoreDesk stores;

    private OrderQuery query;
    private LazyTable<FoundOrder> rows;

    @PostConstruct
    void read() {
        query = new OrderQuery(parameter("q"), parameter("state"), parameter("store"));
        rows = new LazyTable<>(
                () -> search.count(query),
                (by, ascending, offset, limit) -> search.find(query, by(by), ascending, offset, limit));
    }

    private static By by(String column) {
        return switch (column) {
            case "number" -> By.NUMBER;
            case "total" -> By.TOTAL;
            default -> By.PLACED;
        };
    }

    public OrderQuery getQuery() {
        return query;
    }

    public LazyTable<FoundOrder> getRows() {
        return rows;
    }

    public List<String> getStores() {
        return stores.codes();
    }
}

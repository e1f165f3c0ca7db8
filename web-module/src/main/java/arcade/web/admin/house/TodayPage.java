package arcade.web.admin.house;

import arcade.desk.goods.GoodsQuery;
import arcade.desk.goods.StockDesk;
import arcade.desk.goods.StockLine;
import arcade.desk.house.Today;
import arcade.desk.orders.FoundOrder;
import arcade.desk.orders.OrderList;
import arcade.desk.orders.OrderList.By;
import arcade.desk.orders.OrderQuery;
import arcade.web.admin.Page;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** {@code /admin/today}: what needs a hand, in numbers, and what has waited longest. */
@Named("todayPage")
@RequestScoped
public class TodayPage extends Page {
    private static final int FIRST_FEW = 5;

    @Inject
    private Today today;

    @Inject
    private OrderList orders;

    @Inject
    private StockDesk stock;

    private Today.Numbers numbers;
    private List<FoundOrder> toShip = List.of();
    private List<StockLine> scarce = List.of();

    @PostConstruct
    void read() {
        numbers = today.look();
        if (numbers.toShip() > 0) {
            toShip = orders.find(new OrderQuery("", OrderQuery.TO_SHIP, ""), By.PLACED, true, 0, FIRST_FEW);
        }
        if (numbers.lowStock() > 0) {
            scarce = stock.find(new GoodsQuery("", ""), 0, FIRST_FEW);
        }
    }

    public Today.Numbers getNumbers() {
        return numbers;
    }

    /** Those that were placed first. */
    public List<FoundOrder> getToShip() {
        return toShip;
    }

    /** Those of which the fewest pieces are left. */
    public List<StockLine> getScarce() {
        return scarce;
    }

    /** Nothing waits for anybody. */
    public boolean isCalm() {
        return numbers.unknown() + numbers.breaks() + numbers.lowStock() + numbers.mailsGivenUp() == 0;
    }
}

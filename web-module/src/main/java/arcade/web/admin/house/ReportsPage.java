package arcade.web.admin.house;

import arcade.desk.house.StoreDesk;
import arcade.reporting.DayOfOrders;
import arcade.reporting.OrdersPerDay;
import arcade.reporting.ReplicaBehind;
import arcade.shared.Money;
import arcade.store.Store;
import arcade.store.Stores;
import arcade.web.admin.Page;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code /admin/reports?store=&from=&to=}: orders of each day, as a chart and as a table. Read from the replica. */
@Named("reportsPage")
@RequestScoped
public class ReportsPage extends Page {
    private static final Logger LOG = Logger.getLogger(ReportsPage.class.getName());
    private static final int CHART_HEIGHT = 100;

    @Inject
    private OrdersPerDay report;

    @Inject
    private StoreDesk desk;

    @Inject
    private Stores stores;

    private List<String> codes;
    private Period period;
    private List<DayOfOrders> days = List.of();
    private boolean away;

    /** @param height of its bar, of 100 */
    public record Bar(DayOfOrders day, int index, long height) {}

    @PostConstruct
    void read() {
        codes = desk.codes();
        period = Period.of(parameter("from"), parameter("to"));
        String code = parameter("store").isEmpty() && !codes.isEmpty() ? codes.get(0) : parameter("store");
        Store store = stores.byCode(code).orElse(null);
        if (store != null) {
            period = period.of(store.code());
            read(store);
        }
    }

    private void read(Store store) {
        try {
            days = report.read(store, period.from(), period.to());
        } catch (ReplicaBehind | SQLException e) {
            LOG.log(Level.WARNING, "no report: {0}", e.getMessage());
            away = true;
        }
    }

    public List<Bar> getBars() {
        long most = days.stream().mapToLong(day -> day.gross().minor()).max().orElse(0);
        return days.stream()
                .map(day -> new Bar(
                        day,
                        days.indexOf(day),
                        most == 0
                                ? 0
                                : Math.round((double) CHART_HEIGHT * day.gross().minor() / most)))
                .toList();
    }

    public long getOrders() {
        return days.stream().mapToLong(DayOfOrders::orders).sum();
    }

    /** Of all days; asked only where there are any. */
    public Money getGross() {
        return days.stream().map(DayOfOrders::gross).reduce(Money::plus).orElseThrow();
    }

    public Money getRefunded() {
        return days.stream().map(DayOfOrders::refunded).reduce(Money::plus).orElseThrow();
    }

    /** The day that reaches the chart's upper edge. */
    public DayOfOrders getBest() {
        return days.stream()
                .max(Comparator.comparingLong(day -> day.gross().minor()))
                .orElseThrow();
    }

    public List<DayOfOrders> getDays() {
        return days;
    }

    public List<DayOfOrders> getNewestFirst() {
        return days.stream()
                .sorted(Comparator.comparing(DayOfOrders::day).reversed())
                .toList();
    }

    public Period getPeriod() {
        return period;
    }

    public List<String> getStores() {
        return codes;
    }

    /** The replica does not answer, or is too far behind. */
    public boolean isAway() {
        return away;
    }
}

package arcade.web.admin.goods;

import arcade.desk.goods.GoodsQuery;
import arcade.desk.goods.StockDesk;
import arcade.desk.goods.StockLine;
import arcade.desk.house.StoreDesk;
import arcade.web.admin.LazyTable;
import arcade.web.admin.Page;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** {@code /admin/stock?q=&store=}: fewest first. */
@Named("stockPage")
@RequestScoped
public class StockPage extends Page {
    @Inject
    private StockDesk desk;

    @Inject
    private StoreDesk stores;

    private GoodsQuery query;
    private LazyTable<StockLine> rows;

    @PostConstruct
    void read() {
        query = new GoodsQuery(parameter("q"), parameter("store"));
        rows = new LazyTable<>(
                () -> desk.count(query), (by, ascending, offset, limit) -> desk.find(query, offset, limit));
    }

    public GoodsQuery getQuery() {
        return query;
    }

    public LazyTable<StockLine> getRows() {
        return rows;
    }

    public List<String> getStores() {
        return stores.codes();
    }
}

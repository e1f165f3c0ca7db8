package arcade.web.admin.goods;

import arcade.desk.goods.FoundProduct;
import arcade.desk.goods.GoodsQuery;
import arcade.desk.goods.ProductSearch;
import arcade.desk.goods.ProductSearch.By;
import arcade.desk.house.StoreDesk;
import arcade.web.admin.LazyTable;
import arcade.web.admin.Page;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** {@code /admin/products?q=&store=}. */
@Named("productList")
@RequestScoped
public class ProductListPage extends Page {
    @Inject
    private ProductSearch search;

    @Inject
    private StoreDesk stores;

    private GoodsQuery query;
    private LazyTable<FoundProduct> rows;

    @PostConstruct
    void read() {
        query = new GoodsQuery(parameter("q"), parameter("store"));
        rows = new LazyTable<>(
                () -> search.count(query),
                (by, ascending, offset, limit) -> search.find(query, by(by), by.isEmpty() || ascending, offset, limit));
    }

    private static By by(String column) {
        return switch (column) {
            case "price" -> By.PRICE;
            case "changed" -> By.CHANGED;
            default -> By.TITLE;
        };
    }

    public GoodsQuery getQuery() {
        return query;
    }

    public LazyTable<FoundProduct> getRows() {
        return rows;
    }

    public List<String> getStores() {
        return stores.codes();
    }
}

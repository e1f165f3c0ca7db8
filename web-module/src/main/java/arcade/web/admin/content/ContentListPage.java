package arcade.web.admin.content;

import arcade.content.ContentPages;
import arcade.content.KeptPage;
import arcade.desk.content.ContentDesk;
import arcade.desk.house.StoreDesk;
import arcade.store.Store;
import arcade.store.Stores;
import arcade.web.admin.Page;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** {@code /admin/pages?store=}: a shop's own words, in the order of its foot. */
@Named("contentList")
@RequestScoped
public class ContentListPage extends Page {
    @Inject
    private ContentDesk desk;

    @Inject
    private Stores shops;

    @Inject
    private StoreDesk stores;

    private List<String> codes;
    private Store store;
    private List<KeptPage> pages = List.of();

    @PostConstruct
    void read() {
        codes = stores.codes();
        String first = codes.isEmpty() ? "" : codes.get(0);
        store = shops.byCode(parameter("store").isEmpty() ? first : parameter("store"))
                .orElse(null);
        if (store != null) {
            pages = desk.list(acting(), store);
        }
    }

    /** Before the page is shown: an address of no shop is no page. */
    public void check() {
        if (store == null && !codes.isEmpty()) {
            missing();
        }
    }

    /** Null: there is no shop yet. */
    public Store getStore() {
        return store;
    }

    public List<KeptPage> getPages() {
        return pages;
    }

    public boolean isFull() {
        return pages.size() >= ContentPages.MOST;
    }

    public List<String> getStores() {
        return codes;
    }
}

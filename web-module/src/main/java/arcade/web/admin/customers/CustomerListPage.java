package arcade.web.admin.customers;

import arcade.desk.customers.CustomerList;
import arcade.desk.customers.FoundCustomer;
import arcade.desk.house.StoreDesk;
import arcade.web.admin.LazyTable;
import arcade.web.admin.Page;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** {@code /admin/customers?q=&store=}: all accounts, or the buyers whom the words mean. */
@Named("customerList")
@RequestScoped
public class CustomerListPage extends Page {
    @Inject
    private CustomerList list;

    @Inject
    private StoreDesk stores;

    private String words;
    private String store;
    private List<FoundCustomer> found;
    private LazyTable<FoundCustomer> rows;

    @PostConstruct
    void read() {
        words = parameter("q");
        store = parameter("store");
        rows = words.isEmpty()
                ? new LazyTable<>(
                        () -> list.countAccounts(store),
                        (by, ascending, offset, limit) -> list.accounts(store, offset, limit))
                : new LazyTable<>(
                        () -> found().size(),
                        (by, ascending, offset, limit) ->
                                found().stream().skip(offset).limit(limit).toList());
    }

    /** Looked for once in a request. */
    private List<FoundCustomer> found() {
        if (found == null) {
            found = list.find(words, store);
        }
        return found;
    }

    public String getWords() {
        return words;
    }

    public String getStore() {
        return store;
    }

    public LazyTable<FoundCustomer> getRows() {
        return rows;
    }

    public List<String> getStores() {
        return stores.codes();
    }
}

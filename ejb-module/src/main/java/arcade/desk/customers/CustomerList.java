package arcade.desk.customers;

import arcade.database.Sql;
import arcade.ordering.FoundOrder;
import arcade.ordering.OrderSearch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The list of buyers: all accounts, or whomever somebody means, with an account or without. */
@ApplicationScoped
public class CustomerList {
    /** Most buyers that words find. */
    public static final int MOST = 50;

    private static final int MOST_STORES = 1000;
    private static final int LONGEST = 200;
    /** Fewer letters than that begin too many words. */
    private static final int LEAST = 3;

    @Inject
    private BuyerRows rows;

    @Inject
    private OrderSearch search;

    @Inject
    private Sql sql;

    /** Accounts, newest first. @param store its code; empty: all */
    public List<FoundCustomer> accounts(String store, int offset, int limit) {
        return rows.accounts(store, offset, limit);
    }

    public int countAccounts(String store) {
        return rows.count(store);
    }

    /**
     * Buyers of the orders that the words mean ({@link OrderSearch}: number, mail address, name, token), and accounts by mail address
     * and name. Names of accounts have no index, so they are walked through where the quick ways found too little.
     *
     * @param store its code; empty: all
     * @return each once, at most {@value #MOST}
     */
    public List<FoundCustomer> find(String words, String store) {
        String typed = words.strip();
        List<Long> stores = sql.list(
                "SELECT id FROM store WHERE ? = '' OR code = ? LIMIT ?",
                row -> row.getLong(1),
                store,
                store,
                MOST_STORES);
        if (stores.isEmpty() || typed.isEmpty() || typed.length() > LONGEST) {
            return List.of();
        }
        Map<String, FoundCustomer> found = new LinkedHashMap<>();
        add(
                found,
                rows.buyers(search.find(stores, typed).stream()
                        .map(FoundOrder::token)
                        .toList()));
        if (typed.length() >= LEAST) {
            add(found, rows.accountsByMail(stores, typed, MOST));
            if (found.size() < MOST && typed.chars().noneMatch(Character::isDigit)) {
                add(found, rows.accountsByName(stores, typed, MOST));
            }
        }
        return found.values().stream().limit(MOST).toList();
    }

    private static void add(Map<String, FoundCustomer> found, List<FoundCustomer> more) {
        more.forEach(one -> found.putIfAbsent(one.store() + " " + one.email(), one));
    }
}

package arcade.desk.customers;

import arcade.customer.Customers;
import arcade.customer.PersonalData;
import arcade.database.Row;
import arcade.database.Sql;
import arcade.desk.customers.CustomerFile.Place;
import arcade.desk.customers.CustomerRef.Account;
import arcade.desk.customers.CustomerRef.BuyerOf;
import arcade.ordering.Address;
import arcade.shared.Token;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Buyers, as the tables of accounts and of orders have them. */
@ApplicationScoped
class BuyerRows {
    static final int MOST_ADDRESSES = 50;

    private static final String ACCOUNTS =
            "SELECT c.id, NULL, s.code, c.email, c.name, c.created_at FROM customer c JOIN store s ON s.id = c.store_id";
    // An order in an account is its owner's, whatever mail address it names; one of a guest may be of somebody who has
    // an
    // account.
    private static final String BUYERS =
            "SELECT COALESCE(a.id, b.id), o.ref, o.store_code, COALESCE(a.email, b.email, o.email),"
                    + " COALESCE(a.name, b.name, o.name), COALESCE(a.created_at, b.created_at, o.placed_at) FROM shop_order o"
                    + " LEFT JOIN customer a ON a.id = o.customer_id"
                    + " LEFT JOIN customer b ON b.store_id = o.store_id AND b.email = LOWER(o.email) COLLATE utf8mb4_bin";

    @Inject
    private Sql sql;

    /** Newest accounts first. @param store its code; empty: all */
    List<FoundCustomer> accounts(String store, int offset, int limit) {
        return sql.list(
                ACCOUNTS + " WHERE ? = '' OR s.code = ? ORDER BY c.id DESC LIMIT ? OFFSET ?",
                found(),
                store,
                store,
                limit,
                offset);
    }

    int count(String store) {
        return sql.first(
                        "SELECT COUNT(*) FROM customer c JOIN store s ON s.id = c.store_id WHERE ? = '' OR s.code = ?",
                        row -> row.getInt(1),
                        store,
                        store)
                .orElseThrow();
    }

    /** By the beginning of the mail address, of which there is an index for each store. */
    List<FoundCustomer> accountsByMail(Collection<Long> stores, String words, int most) {
        return accountsBy("c.email LIKE ?", stores, Sql.literally(Customers.folded(words)) + "%", most);
    }

    /** By the beginning of any word of the name: a walk through all accounts of these stores. */
    List<FoundCustomer> accountsByName(Collection<Long> stores, String words, int most) {
        return accountsBy("CONCAT(' ', c.name) LIKE ?", stores, "% " + Sql.literally(words) + "%", most);
    }

    private List<FoundCustomer> accountsBy(String condition, Collection<Long> stores, String pattern, int most) {
        List<Object> values = new ArrayList<>(stores);
        values.add(pattern);
        values.add(most);
        return sql.list(
                ACCOUNTS + " WHERE c.store_id IN (" + Sql.marks(stores.size()) + ") AND " + condition
                        + " ORDER BY c.id DESC LIMIT ?",
                found(),
                values.toArray());
    }

    /** Who bought these orders, without those whom nobody knows any more; the newest order first. */
    List<FoundCustomer> buyers(List<Token> orders) {
        return orders.isEmpty()
                ? List.of()
                : sql
                        .list(
                                BUYERS + " WHERE o.ref IN (" + Sql.marks(orders.size()) + ") ORDER BY o.id DESC",
                                found(),
                                orders.stream().map(Token::value).toArray())
                        .stream()
                        .filter(buyer -> !PersonalData.isErased(buyer.email()))
                        .toList();
    }

    Optional<FoundCustomer> find(CustomerRef ref) {
        return ref instanceof BuyerOf buyer
                ? buyers(List.of(buyer.order())).stream().findFirst()
                : sql.first(ACCOUNTS + " WHERE c.id = ?", found(), ref.toString());
    }

    List<Place> addresses(FoundCustomer who, List<Token> orders) {
        Set<Place> places = new LinkedHashSet<>();
        if (who.ref() instanceof Account account) {
            places.addAll(sql.list(
                    "SELECT name, line1, postal_code, city, country FROM customer_address WHERE customer_id = ?"
                            + " ORDER BY created_at LIMIT ?",
                    place(),
                    account.id(),
                    MOST_ADDRESSES));
        }
        if (!orders.isEmpty()) {
            places.addAll(ofOrders("name, line1, postal_code, city, country", "name", orders));
            places.addAll(ofOrders(
                    "billing_name, billing_line1, billing_postal_code, billing_city, billing_country",
                    "billing_name",
                    orders));
        }
        return places.stream().limit(MOST_ADDRESSES).toList();
    }

    private List<Place> ofOrders(String columns, String present, List<Token> orders) {
        List<Object> values = new ArrayList<>(orders.stream().map(Token::value).toList());
        values.add(MOST_ADDRESSES);
        return sql.list(
                "SELECT " + columns + " FROM shop_order WHERE ref IN (" + Sql.marks(orders.size()) + ") AND " + present
                        + " IS NOT NULL GROUP BY " + columns + " ORDER BY MAX(id) DESC LIMIT ?",
                place(),
                values.toArray());
    }

    private static Row<FoundCustomer> found() {
        return row -> {
            long account = row.getLong(1);
            return new FoundCustomer(
                    account == 0 ? new BuyerOf(new Token(row.getString(2))) : new Account(account),
                    row.getString(3),
                    Customers.folded(row.getString(4)),
                    row.getString(5),
                    account != 0,
                    row.getObject(6, LocalDateTime.class).toInstant(ZoneOffset.UTC));
        };
    }

    private static Row<Place> place() {
        return row -> new Place(
                row.getString(1), new Address(row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
    }
}

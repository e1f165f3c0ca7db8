package arcade.customer.held;

import arcade.database.Row;
import arcade.database.Sql;
import arcade.shared.Token;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Statements about one person, with marks in place of values: {@code :store}, {@code :mail}, {@code :quoted} (a text quotes the mail
 * address) and {@code :orders}, a list that is never empty for the database.
 */
@ApplicationScoped
public class PersonSql {
    private static final Pattern MARK = Pattern.compile(":(store|mail|quoted|orders)");

    /** The first comparison finds the rows by their key, the second tells an accent. */
    private static final String HIS = "SELECT o.ref FROM shop_order o WHERE o.store_id = :store"
            + " AND (o.email = :mail AND LOWER(o.email) = :mail COLLATE utf8mb4_bin"
            + " OR o.customer_id = (SELECT id FROM customer WHERE store_id = :store AND email = :mail))";

    @Inject
    private Sql sql;

    /** The newest order first. */
    public List<Token> orders(Store store, String mail) {
        return list(HIS + " ORDER BY o.id DESC", row -> new Token(row.getString(1)), new Whose(store, mail, List.of()));
    }

    /** The same, and nobody else changes them until the transaction ends; looked for first, so that no other rows are locked. */
    public List<Token> lockOrders(Store store, String mail) {
        Whose found = new Whose(store, mail, orders(store, mail));
        return list(
                HIS + " AND o.ref IN (:orders) ORDER BY o.id DESC FOR UPDATE",
                row -> new Token(row.getString(1)),
                found);
    }

    public <T> List<T> list(String query, Row<T> row, Whose whose) {
        return sql.list(plain(query, whose), row, values(query, whose));
    }

    int update(String statement, Whose whose) {
        return sql.update(plain(statement, whose), values(statement, whose));
    }

    /** With question marks, as the database wants it. */
    static String plain(String statement, Whose whose) {
        return MARK.matcher(statement).replaceAll(mark -> mark.group().equals(":orders") ? orderMarks(whose) : "?");
    }

    private static String orderMarks(Whose whose) {
        return whose.orders().isEmpty() ? "NULL" : Sql.marks(whose.orders().size());
    }

    private static Object[] values(String statement, Whose whose) {
        List<Object> values = new ArrayList<>();
        MARK.matcher(statement).results().map(MatchResult::group).forEach(mark -> {
            switch (mark) {
                case ":store" -> values.add(whose.store().id());
                case ":mail" -> values.add(whose.mail());
                case ":quoted" -> values.add(whose.quoted());
                default -> whose.orders().stream().map(Token::value).forEach(values::add);
            }
        });
        return values.toArray();
    }
}

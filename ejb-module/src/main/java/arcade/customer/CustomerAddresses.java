package arcade.customer;

import arcade.customer.AddressAnswer.Changed;
import arcade.customer.AddressAnswer.Gone;
import arcade.customer.AddressAnswer.Refused;
import arcade.customer.AddressAnswer.Saved;
import arcade.customer.AddressAnswer.TooMany;
import arcade.database.Sql;
import arcade.database.Transactions;
import arcade.ordering.Address;
import arcade.ordering.Typed;
import arcade.shared.Token;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A customer's addresses; every question and every change names whose they are. The first one is his default. A change names the
 * version it was made from; whoever comes second is told what is stored now.
 */
@ApplicationScoped
public class CustomerAddresses {
    private static final String READ =
            "SELECT ref, name, line1, postal_code, city, country, version FROM customer_address WHERE customer_id = ?";

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    @Inject
    private CustomerRows customers;

    @Inject
    private Sql sql;

    @Inject
    private Transactions transactions;

    /** How many one customer may have. */
    @Inject
    @ConfigProperty(name = "arcade.customer.addresses", defaultValue = "20")
    private int most;

    /** Oldest first. */
    public List<CustomerAddress> of(Customer customer) {
        return sql.list(READ + " ORDER BY created_at, ref", CustomerAddresses::address, customer.id());
    }

    public Optional<CustomerAddress> find(Customer customer, Token ref) {
        return sql.first(READ + " AND ref = ?", CustomerAddresses::address, customer.id(), ref.value());
    }

    /** Where his next order goes. */
    public Optional<CustomerAddress> ofDefault(Customer customer) {
        return customer.defaultAddress().flatMap(ref -> find(customer, ref));
    }

    /**
     * @param ref made by the client, so that a form sent twice is one address; sent again with something else in it, it changes that
     *     one, unless it was changed before
     */
    public AddressAnswer add(Customer customer, Token ref, String name, Address address) {
        List<Wrong> wrong = check(name, address);
        if (!wrong.isEmpty()) {
            return new Refused(wrong);
        }
        return transactions.run(() -> {
            Customer locked = customers.lock(customer.id()).orElseThrow();
            Optional<CustomerAddress> before = find(customer, ref);
            if (before.isPresent()) {
                return again(customer, before.get(), new CustomerAddress(ref, Typed.text(name), address, 0));
            }
            if (count(customer) >= most) {
                return new TooMany(most);
            }
            int added = sql.update(
                    "INSERT IGNORE INTO customer_address"
                            + " (ref, customer_id, name, line1, postal_code, city, country, created_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6))",
                    ref.value(),
                    customer.id(),
                    Typed.text(name),
                    address.line1(),
                    address.postalCode(),
                    address.city(),
                    address.country());
            if (added == 0) {
                return new Gone();
            }
            if (locked.defaultAddress().isEmpty()) {
                customers.setDefaultAddress(customer.id(), Optional.of(ref));
            }
            return new Saved();
        });
    }

    private AddressAnswer again(Customer customer, CustomerAddress before, CustomerAddress typed) {
        boolean same = before.name().equals(typed.name()) && before.address().equals(typed.address());
        return same ? new Saved() : change(customer, typed);
    }

    public AddressAnswer change(Customer customer, CustomerAddress typed) {
        List<Wrong> wrong = check(typed.name(), typed.address());
        if (!wrong.isEmpty()) {
            return new Refused(wrong);
        }
        int changed = sql.update(
                "UPDATE customer_address SET name = ?, line1 = ?, postal_code = ?, city = ?, country = ?,"
                        + " version = version + 1 WHERE ref = ? AND customer_id = ? AND version = ?",
                Typed.text(typed.name()),
                typed.address().line1(),
                typed.address().postalCode(),
                typed.address().city(),
                typed.address().country(),
                typed.ref().value(),
                customer.id(),
                typed.version());
        return changed == 1
                ? new Saved()
                : find(customer, typed.ref()).<AddressAnswer>map(Changed::new).orElseGet(Gone::new);
    }

    /** The oldest of those that remain becomes the default, if it was this one. Deleting again changes nothing. */
    public AddressAnswer delete(Customer customer, Token ref) {
        return transactions.run(() -> {
            Customer locked = customers.lock(customer.id()).orElseThrow();
            int deleted = sql.update(
                    "DELETE FROM customer_address WHERE ref = ? AND customer_id = ?", ref.value(), customer.id());
            if (locked.defaultAddress().equals(Optional.of(ref))) {
                customers.setDefaultAddress(
                        customer.id(), of(customer).stream().findFirst().map(CustomerAddress::ref));
            }
            return deleted == 1 ? new Saved() : new Gone();
        });
    }

    public AddressAnswer makeDefault(Customer customer, Token ref) {
        return transactions.run(() -> {
            customers.lock(customer.id()).orElseThrow();
            if (find(customer, ref).isEmpty()) {
                return new Gone();
            }
            customers.setDefaultAddress(customer.id(), Optional.of(ref));
            return new Saved();
        });
    }

    private long count(Customer customer) {
        return sql.first(
                        "SELECT COUNT(*) FROM customer_address WHERE customer_id = ?",
                        row -> row.getLong(1),
                        customer.id())
                .orElseThrow();
    }

    private static List<Wrong> check(String name, Address address) {
        List<Wrong> wrong = new ArrayList<>(Wrong.of(Typed.check(Typed.text(name))));
        wrong.addAll(Wrong.of(Typed.check(address)));
        if (wrong.stream().noneMatch(each -> each.field().equals("country"))
                && !COUNTRIES.contains(address.country())) {
            wrong.add(new Wrong("country", Wrong.Reason.MISSING));
        }
        return wrong;
    }

    private static CustomerAddress address(ResultSet row) throws SQLException {
        return new CustomerAddress(
                new Token(row.getString("ref")),
                row.getString("name"),
                new Address(
                        row.getString("line1"),
                        row.getString("postal_code"),
                        row.getString("city"),
                        row.getString("country")),
                row.getLong("version"));
    }
}

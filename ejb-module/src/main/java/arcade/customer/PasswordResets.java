package arcade.customer;

import arcade.customer.AccountAnswer.Done;
import arcade.customer.AccountAnswer.Refused;
import arcade.customer.AccountAnswer.Stranger;
import arcade.customer.AccountAnswer.Wait;
import arcade.customer.Wrong.Reason;
import arcade.database.Sql;
import arcade.database.Transactions;
import arcade.password.PasswordHashes;
import arcade.shared.Sha256;
import arcade.shared.Token;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The way to a new password through one's mailbox. A request is a row with a mail in the outbox; the token is made when that mail is
 * written, goes into it, and only its hash stays here. It is good once, for an hour, and nobody learns whether there is an account.
 */
@ApplicationScoped
public class PasswordResets {
    /** The kind of mail in the outbox. */
    public static final String MAIL = "password-reset";

    public static final Duration GOOD_FOR = Duration.ofHours(1);

    private static final String OPEN = " token_hash = ? AND used_at IS NULL AND expires_at > UTC_TIMESTAMP(6)";

    @Inject
    private CustomerRows rows;

    @Inject
    private PasswordHashes passwords;

    @Inject
    private Limits limits;

    @Inject
    private Sql sql;

    @Inject
    private Transactions transactions;

    /**
     * What the mail says.
     *
     * @param token the only place where it is readable is this and the mail
     */
    public record Invitation(String storeCode, String name, String origin, Token token) {}

    /** What is wrong with a mail address before anybody is looked for: it tells nothing about accounts. */
    public static List<Wrong> check(String email) {
        return Customers.checkEmail(email);
    }

    /**
     * Sends a mail if there is such an account, and does as much if there is none.
     *
     * @param origin scheme, host and port of the shop, no slash at the end
     * @return how long to wait; zero: whoever has an account gets a mail, a few in a time at most
     */
    public Duration ask(Store store, String email, String origin, String networkAddress) {
        String mail = Customers.folded(email);
        Duration wait = limits.tryFrom(networkAddress);
        if (wait.isZero() && limits.mayMail(store, mail)) {
            Token ref = Token.random();
            transactions.run(() -> write(store, mail, origin, ref));
        }
        return wait;
    }

    private int write(Store store, String mail, String origin, Token ref) {
        int asked = sql.update(
                "INSERT INTO password_reset (ref, customer_id, origin, asked_at)"
                        + " SELECT ?, id, ?, UTC_TIMESTAMP(6) FROM customer WHERE store_id = ? AND email = ?",
                ref.value(),
                origin,
                store.id(),
                mail);
        return asked
                + sql.update(
                        "INSERT INTO mail_outbox (event_key, recipient, template, created_at)"
                                + " SELECT CONCAT('" + MAIL + ":', r.ref), c.email, '" + MAIL + "', UTC_TIMESTAMP(6)"
                                + " FROM password_reset r JOIN customer c ON c.id = r.customer_id WHERE r.ref = ?",
                        ref.value());
    }

    /** For writing the mail: each time with a new token, after which an older one leads nowhere. Empty: it is of no use any more. */
    public Optional<Invitation> invite(Token request) {
        Token token = Token.random();
        int open = sql.update(
                "UPDATE password_reset SET token_hash = ?, expires_at = UTC_TIMESTAMP(6) + INTERVAL ? SECOND"
                        + " WHERE ref = ? AND used_at IS NULL",
                hash(token),
                GOOD_FOR.toSeconds(),
                request.value());
        return open == 0
                ? Optional.empty()
                : sql.first(
                        "SELECT s.code, c.name, r.origin FROM password_reset r JOIN customer c ON c.id = r.customer_id"
                                + " JOIN store s ON s.id = c.store_id WHERE r.ref = ?",
                        row -> new Invitation(row.getString(1), row.getString(2), row.getString(3), token),
                        request.value());
    }

    /** Whether the token would be taken now. */
    public boolean isGood(Store store, Token token) {
        return customer(store, token).isPresent();
    }

    /** Uses the token: all sessions of the customer end. {@link Stranger}: it is not good, or not any more. */
    public AccountAnswer use(Store store, Token token, String password, String networkAddress) {
        Duration wait = limits.tryFrom(networkAddress);
        if (!wait.isZero()) {
            return new Wait(wait);
        }
        Optional<Customer> customer = customer(store, token);
        if (customer.isEmpty()) {
            return new Stranger();
        }
        limits.notAFailure(networkAddress);
        Optional<Reason> weak = PasswordRules.weakness(
                password, customer.get().name(), customer.get().email());
        if (weak.isPresent()) {
            return Refused.because("password", weak.get());
        }
        return Customers.patiently(() -> use(store, token, customer.get(), passwords.hash(password)));
    }

    private AccountAnswer use(Store store, Token token, Customer customer, String hash) {
        AccountAnswer answer = transactions.run(() -> {
            if (sql.update("UPDATE password_reset SET used_at = UTC_TIMESTAMP(6) WHERE" + OPEN, hash(token)) == 0) {
                return new Stranger();
            }
            rows.setPassword(customer.id(), hash);
            return new Done(rows.byId(customer.id()).orElseThrow().customer());
        });
        if (answer instanceof Done) {
            limits.forgive(store, customer.email());
        }
        return answer;
    }

    private Optional<Customer> customer(Store store, Token token) {
        return sql.first("SELECT customer_id FROM password_reset WHERE" + OPEN, row -> row.getLong(1), hash(token))
                .flatMap(rows::byId)
                .map(CustomerRows.Known::customer)
                .filter(customer -> customer.storeId() == store.id());
    }

    /** 130 random bits need neither salt nor slowness. */
    private static String hash(Token token) {
        return Sha256.of(token.value());
    }
}

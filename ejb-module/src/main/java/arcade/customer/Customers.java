package arcade.customer;

import arcade.customer.AccountAnswer.Changed;
import arcade.customer.AccountAnswer.Done;
import arcade.customer.AccountAnswer.Refused;
import arcade.customer.AccountAnswer.Stranger;
import arcade.customer.AccountAnswer.Wait;
import arcade.customer.CustomerRows.Known;
import arcade.customer.Wrong.Reason;
import arcade.database.Sql;
import arcade.database.SqlFailure;
import arcade.database.Transactions;
import arcade.ordering.Buyer;
import arcade.ordering.Typed;
import arcade.password.PasswordHashes;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Who has an account, and who is who. A store has at most one account of a mail address. Whoever gives a wrong password or an unknown
 * mail address waits equally long for the same answer; after too many tries he is told how long to wait.
 */
@ApplicationScoped
public class Customers {
    private static final Duration WHEN_BUSY = Duration.ofSeconds(5);

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

    private volatile boolean kept;

    /** Whether this site has accounts at all: a database without the trade group, as staging's is, can hold no customer. */
    public boolean areKept() {
        if (!kept) {
            try {
                kept = sql.first(
                                "SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE()"
                                        + " AND table_name = 'customer'",
                                row -> true)
                        .isPresent();
            } catch (SqlFailure away) {
                // Asked again; a page that needs the database says itself that it is away.
                return true;
            }
        }
        return kept;
    }

    /** The customer of a session, unless that has ended since: one look by the primary key. */
    public Optional<Customer> ofSession(Store store, long id, long epoch) {
        return rows.ofSession(store.id(), id, epoch);
    }

    /** @param networkAddress where the request comes from */
    public AccountAnswer signIn(Store store, String email, String password, String networkAddress) {
        String mail = folded(email);
        Duration wait = limits.tryAt(store, mail, networkAddress);
        if (!wait.isZero()) {
            return new Wait(wait);
        }
        try {
            return signIn(store, mail, password, networkAddress, rows.byEmail(store, mail));
        } catch (PasswordHashes.Busy busy) {
            limits.notTried(store, mail, networkAddress);
            return new Wait(WHEN_BUSY);
        }
    }

    private AccountAnswer signIn(
            Store store, String mail, String password, String networkAddress, Optional<Known> known) {
        // Who is not known costs the same time.
        String hash = known.map(Known::passwordHash).orElseGet(passwords::ofNobody);
        if (!passwords.isRight(password, hash) || known.isEmpty()) {
            return new Stranger();
        }
        limits.succeeded(store, mail, networkAddress);
        return new Done(known.get().customer());
    }

    /** Sent twice, with the same password, it gets the same account. */
    public AccountAnswer signUp(Store store, Buyer person, String password, String networkAddress) {
        String mail = folded(person.email());
        List<Wrong> wrong = check(person);
        PasswordRules.weakness(password, person.name(), mail)
                .ifPresent(reason -> wrong.add(new Wrong("password", reason)));
        if (!wrong.isEmpty()) {
            return new Refused(wrong);
        }
        Duration wait = limits.tryFrom(networkAddress);
        if (!wait.isZero()) {
            return new Wait(wait);
        }
        return patiently(() -> {
            String hash = passwords.hash(password);
            OptionalLong id = rows.insert(store, mail, person.name(), hash);
            if (id.isPresent()) {
                limits.notAFailure(networkAddress);
                return done(id.getAsLong());
            }
            AccountAnswer again = signIn(store, mail, password, networkAddress);
            return again instanceof Stranger ? Refused.because("email", Reason.TAKEN) : again;
        });
    }

    /**
     * Changes name and mail address.
     *
     * @param seen the customer as he was when the form was shown: if somebody changed him since, nothing is changed
     * @param password the present one, asked for when the mail address changes
     */
    public AccountAnswer describe(Store store, Customer seen, Buyer person, String password, String networkAddress) {
        List<Wrong> wrong = check(person);
        if (!wrong.isEmpty()) {
            return new Refused(wrong);
        }
        String mail = folded(person.email());
        Customer now = rows.byId(seen.id()).orElseThrow().customer();
        if (now.version() != seen.version()) {
            return new Changed(now);
        }
        if (mail.equals(now.email())) {
            return described(seen, mail, person.name());
        }
        return whoKnows(store, now, password, networkAddress, () -> described(seen, mail, person.name()));
    }

    private AccountAnswer described(Customer seen, String mail, String name) {
        try {
            return transactions.run(() -> {
                if (!rows.describe(seen, mail, name)) {
                    return new Changed(rows.byId(seen.id()).orElseThrow().customer());
                }
                rows.voidResets(seen.id());
                return done(seen.id());
            });
        } catch (SqlFailure failure) {
            if (failure.isDuplicate("customer_email")) {
                return Refused.because("email", Reason.TAKEN);
            }
            throw failure;
        }
    }

    /** All sessions of the customer end; the answer has the epoch that his own may go on with. */
    public AccountAnswer changePassword(
            Store store, Customer customer, String current, String password, String networkAddress) {
        Optional<Reason> weak = PasswordRules.weakness(password, customer.name(), customer.email());
        if (weak.isPresent()) {
            return Refused.because("password", weak.get());
        }
        return whoKnows(store, customer, current, networkAddress, () -> {
            String hash = passwords.hash(password);
            return transactions.run(() -> {
                rows.setPassword(customer.id(), hash);
                return done(customer.id());
            });
        });
    }

    /** An open page may belong to somebody else by now: what matters asks for the password once more. */
    private AccountAnswer whoKnows(
            Store store, Customer customer, String current, String networkAddress, Supplier<AccountAnswer> change) {
        if (current.isEmpty()) {
            return Refused.because("current", Reason.MISSING);
        }
        AccountAnswer proof = signIn(store, customer.email(), current, networkAddress);
        if (proof instanceof Done) {
            return patiently(change);
        }
        return proof instanceof Stranger ? Refused.because("current", Reason.NOT_THE_PASSWORD) : proof;
    }

    private Done done(long id) {
        return new Done(rows.byId(id).orElseThrow().customer());
    }

    static AccountAnswer patiently(Supplier<AccountAnswer> work) {
        try {
            return work.get();
        } catch (PasswordHashes.Busy busy) {
            return new Wait(WHEN_BUSY);
        }
    }

    private static List<Wrong> check(Buyer person) {
        List<Wrong> wrong = new ArrayList<>(checkEmail(person.email()));
        wrong.addAll(Wrong.of(Typed.check(person.name())));
        return wrong;
    }

    /** As typed and as it is kept: some letters become two when they are folded. */
    static List<Wrong> checkEmail(String typed) {
        List<Wrong> wrong = Wrong.of(Typed.checkEmail(Typed.text(typed)));
        return wrong.isEmpty() && folded(typed).length() > Typed.LONGEST_EMAIL
                ? List.of(new Wrong("email", Reason.TOO_LONG))
                : wrong;
    }

    /** Small letters, composed: however a keyboard writes it, it is one mailbox. */
    public static String folded(String email) {
        return Normalizer.normalize(Typed.text(email), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}

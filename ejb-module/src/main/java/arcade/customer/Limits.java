package arcade.customer;

import arcade.customer.Tries.Limit;
import arcade.store.Store;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How often somebody may fail: at one account, whoever he is, and from one network address, whatever the account. Both count mail
 * addresses that have no account, too, so a refusal tells nothing. The keys {@code arcade.customer.*}.
 */
@ApplicationScoped
class Limits {
    @Inject
    private Tries tries;

    /** Failures at one account that count at most. */
    @Inject
    @ConfigProperty(name = "arcade.customer.account.failures", defaultValue = "10")
    private int accountFailures;

    /** After so long one of them is forgiven. */
    @Inject
    @ConfigProperty(name = "arcade.customer.account.forgiven-seconds", defaultValue = "120")
    private int accountSeconds;

    /** Failures from one network address that count at most. */
    @Inject
    @ConfigProperty(name = "arcade.customer.address.failures", defaultValue = "50")
    private int addressFailures;

    @Inject
    @ConfigProperty(name = "arcade.customer.address.forgiven-seconds", defaultValue = "20")
    private int addressSeconds;

    /** Mails with a way to a new password that one mailbox gets at most. */
    @Inject
    @ConfigProperty(name = "arcade.customer.reset.mails", defaultValue = "3")
    private int resetMails;

    @Inject
    @ConfigProperty(name = "arcade.customer.reset.forgiven-seconds", defaultValue = "1200")
    private int resetSeconds;

    private Limit account;
    private Limit address;
    private Limit resets;

    @PostConstruct
    void set() {
        account = new Limit("account", accountFailures, Duration.ofSeconds(accountSeconds));
        address = new Limit("address", addressFailures, Duration.ofSeconds(addressSeconds));
        resets = new Limit("reset", resetMails, Duration.ofSeconds(resetSeconds));
    }

    /** @return how long to wait; zero: it may be tried */
    Duration tryFrom(String networkAddress) {
        return tries.count(address, networkAddress);
    }

    /** Both must allow it. */
    Duration tryAt(Store store, String email, String networkAddress) {
        Duration wait = tryFrom(networkAddress);
        return wait.isZero() ? tries.count(account, subject(store, email)) : wait;
    }

    /** The account's failures are forgotten; those of the network address remain, or one known password would free all others. */
    void succeeded(Store store, String email, String networkAddress) {
        tries.giveBack(address, networkAddress);
        tries.forgive(account, subject(store, email));
    }

    /** Nobody had the time to look. */
    void notTried(Store store, String email, String networkAddress) {
        tries.giveBack(address, networkAddress);
        tries.giveBack(account, subject(store, email));
    }

    void notAFailure(String networkAddress) {
        tries.giveBack(address, networkAddress);
    }

    void forgive(Store store, String email) {
        tries.forgive(account, subject(store, email));
    }

    boolean mayMail(Store store, String email) {
        return tries.count(resets, subject(store, email)).isZero();
    }

    private static String subject(Store store, String email) {
        return store.id() + " " + email;
    }
}

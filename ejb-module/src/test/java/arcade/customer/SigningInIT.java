package arcade.customer;

import static arcade.customer.Accounts.PASSWORD;
import static arcade.customer.Accounts.aNetworkAddress;
import static arcade.customer.Accounts.customer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.customer.AccountAnswer.Changed;
import arcade.customer.AccountAnswer.Done;
import arcade.customer.AccountAnswer.Refused;
import arcade.customer.AccountAnswer.Stranger;
import arcade.customer.AccountAnswer.Wait;
import arcade.customer.Wrong.Reason;
import arcade.database.Sql;
import arcade.ordering.Buyer;
import arcade.store.Store;
import arcade.testing.DomainRelease;
import arcade.testing.Shopfloor;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class SigningInIT {
    @Deployment
    static WebArchive release() {
        return DomainRelease.war();
    }

    @Inject
    private Shopfloor floor;

    @Inject
    private Accounts accounts;

    @Inject
    private Customers customers;

    @Inject
    private Tries tries;

    @Inject
    private Sql sql;

    private Store store;

    @BeforeEach
    void openStore() {
        store = floor.openStore();
    }

    @Test
    void whoSignedUpIsKnownByMailAndPassword() {
        Customer ann = accounts.ann(store);

        assertEquals(ann, customer(signIn(" ANN@Example.org ", PASSWORD)));
        assertEquals(Optional.of(ann), customers.ofSession(store, ann.id(), ann.epoch()));
        assertTrue(customers.areKept());
        String hash = sql.first("SELECT password_hash FROM customer WHERE id = ?", row -> row.getString(1), ann.id())
                .orElseThrow();
        assertTrue(hash.startsWith("PBKDF2WithHmacSHA256:1024:"), hash);
    }

    @Test
    void anAccountIsOfOneStore() {
        Customer ann = accounts.ann(store);
        Store other = floor.openStore();

        assertInstanceOf(Stranger.class, customers.signIn(other, ann.email(), PASSWORD, aNetworkAddress()));
        assertEquals(Optional.empty(), customers.ofSession(other, ann.id(), ann.epoch()));
        assertNotEquals(ann.id(), accounts.ann(other).id());
    }

    @Test
    void aWrongPasswordAndAnUnknownMailAreOneAnswerInOneTime() {
        accounts.ann(store);
        signIn("nobody@example.org", PASSWORD);

        long wrong = nanos(() -> assertInstanceOf(Stranger.class, signIn("ann@example.org", PASSWORD + "x")));
        long unknown = nanos(() -> assertInstanceOf(Stranger.class, signIn("nobody@example.org", PASSWORD)));

        assertTrue(unknown > wrong / 2 && wrong > unknown / 2, wrong + " ns wrong, " + unknown + " ns unknown");
    }

    @Test
    void aFormSentTwiceIsOneAccountAndASecondPersonIsTold() throws Exception {
        List<AccountAnswer> answers = floor.atOnce(
                3, () -> customers.signUp(store, new Buyer("bo@example.org", "Bo"), PASSWORD, aNetworkAddress()));

        assertEquals(
                1,
                answers.stream()
                        .map(Accounts::customer)
                        .map(Customer::id)
                        .distinct()
                        .count());
        assertEquals(
                Refused.because("email", Reason.TAKEN),
                customers.signUp(store, new Buyer("Bo@example.org", "Bo"), "another long secret", aNetworkAddress()));
    }

    @Test
    void whatIsWrongIsSaidOfEachField() {
        Refused refused = (Refused)
                customers.signUp(store, new Buyer("nobody", "x".repeat(201)), "password12", aNetworkAddress());

        assertEquals(
                List.of(
                        new Wrong("email", Reason.NOT_AN_EMAIL),
                        new Wrong("name", Reason.TOO_LONG),
                        new Wrong("password", Reason.EASILY_GUESSED)),
                refused.wrong());
    }

    @Test
    void anAccountTakesTenFailuresHoweverManyComeAtOnce() throws Exception {
        accounts.ann(store);

        List<AccountAnswer> answers =
                new ArrayList<>(floor.atOnce(14, () -> signIn("ann@example.org", "wrong password")));
        // A machine with few cores has not looked at all of them.
        for (int i = 0; i < 12; i++) {
            answers.add(signIn("ann@example.org", "wrong password"));
        }

        assertEquals(10, answers.stream().filter(Stranger.class::isInstance).count());
        Wait wait = (Wait) answers.get(answers.size() - 1);
        assertTrue(wait.time().toSeconds() > 30 && wait.time().toSeconds() <= 120, wait.toString());
        assertInstanceOf(Wait.class, signIn("ann@example.org", PASSWORD));

        sql.update("UPDATE sign_in_failure SET forgiven_at = forgiven_at - INTERVAL 120 SECOND");
        assertInstanceOf(Done.class, signIn("ann@example.org", PASSWORD));
        // Forgiven, not only one of them.
        assertInstanceOf(Stranger.class, signIn("ann@example.org", "wrong password"));
        assertInstanceOf(Done.class, signIn("ann@example.org", PASSWORD));
    }

    @Test
    void aNetworkAddressThatFailsEverywhereWaitsAndOneThatDoesNotNever() {
        Tries.Limit limit = new Tries.Limit("test", 3, Duration.ofSeconds(10));
        String there = aNetworkAddress();

        assertEquals(
                3,
                IntStream.range(0, 5)
                        .filter(i -> tries.count(limit, there).isZero())
                        .count());
        assertEquals(10, tries.count(limit, there).toSeconds(), 1);
        assertEquals(Duration.ZERO, tries.count(limit, aNetworkAddress()));
        tries.giveBack(limit, there);
        assertEquals(Duration.ZERO, tries.count(limit, there));
        assertTrue(tries.count(limit, there).toSeconds() > 0);

        String works = aNetworkAddress();
        for (int i = 0; i < 9; i++) {
            assertEquals(Duration.ZERO, tries.count(limit, works));
            tries.giveBack(limit, works);
        }
        sql.update("UPDATE sign_in_failure SET forgiven_at = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND");
        assertTrue(tries.forget(1000) > 0);
        assertEquals(Duration.ZERO, tries.count(limit, there));
    }

    @Test
    void aNewPasswordEndsAllSessionsAndAsksForTheOldOne() {
        Customer ann = accounts.ann(store);
        String newOne = "quite another secret";

        assertEquals(
                Refused.because("current", Reason.NOT_THE_PASSWORD),
                customers.changePassword(store, ann, "not the password", newOne, aNetworkAddress()));
        Customer now = customer(customers.changePassword(store, ann, PASSWORD, newOne, aNetworkAddress()));

        assertEquals(Optional.empty(), customers.ofSession(store, ann.id(), ann.epoch()));
        assertEquals(Optional.of(now), customers.ofSession(store, now.id(), now.epoch()));
        assertInstanceOf(Stranger.class, signIn(ann.email(), PASSWORD));
        assertInstanceOf(Done.class, signIn(ann.email(), newOne));
    }

    @Test
    void theSecondWhoEditsIsShownWhatChanged() {
        Customer seen = accounts.ann(store);
        Customer first =
                customer(customers.describe(store, seen, new Buyer(seen.email(), "Ann First"), "", aNetworkAddress()));

        assertEquals(
                new Changed(first),
                customers.describe(store, seen, new Buyer(seen.email(), "Ann Second"), "", aNetworkAddress()));
        assertEquals(
                "Ann Second",
                customer(customers.describe(store, first, new Buyer(seen.email(), "Ann Second"), "", aNetworkAddress()))
                        .name());
    }

    @Test
    void anotherMailAddressNeedsThePasswordAndMustBeFree() {
        Customer ann = accounts.ann(store);
        accounts.signedUp(store, "taken@example.org");
        Buyer moved = new Buyer("Ann@New.example", "Ann");

        assertEquals(
                Refused.because("current", Reason.MISSING),
                customers.describe(store, ann, moved, "", aNetworkAddress()));
        assertEquals(
                Refused.because("email", Reason.TAKEN),
                customers.describe(store, ann, new Buyer("taken@example.org", "Ann"), PASSWORD, aNetworkAddress()));
        assertEquals(
                "ann@new.example",
                customer(customers.describe(store, ann, moved, PASSWORD, aNetworkAddress()))
                        .email());
        assertInstanceOf(Stranger.class, signIn("ann@example.org", PASSWORD));
    }

    private AccountAnswer signIn(String email, String password) {
        return customers.signIn(store, email, password, aNetworkAddress());
    }

    private static long nanos(Runnable work) {
        return IntStream.range(0, 3)
                .mapToLong(i -> {
                    long start = System.nanoTime();
                    work.run();
                    return System.nanoTime() - start;
                })
                .min()
                .orElseThrow();
    }
}

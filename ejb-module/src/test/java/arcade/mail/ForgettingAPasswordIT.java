package arcade.mail;

import static arcade.customer.Accounts.PASSWORD;
import static arcade.customer.Accounts.aNetworkAddress;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.customer.AccountAnswer;
import arcade.customer.AccountAnswer.Done;
import arcade.customer.AccountAnswer.Refused;
import arcade.customer.AccountAnswer.Stranger;
import arcade.customer.Accounts;
import arcade.customer.Customer;
import arcade.customer.Customers;
import arcade.customer.PasswordResets;
import arcade.database.Sql;
import arcade.shared.Token;
import arcade.store.Store;
import arcade.testing.DomainRelease;
import arcade.testing.Shopfloor;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the wish for a new password through a real mail server to the password. */
@ExtendWith(ArquillianExtension.class)
class ForgettingAPasswordIT {
    private static final String ORIGIN = "https://shop.localhost:8443";
    private static final String NEW = "quite another secret";
    private static final Pattern LINK = Pattern.compile(Pattern.quote(ORIGIN) + "/account/reset/([0-9a-z]{26})");

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
    private PasswordResets resets;

    @Inject
    private MailRound round;

    @Inject
    private Sql sql;

    private Store store;
    private Customer ann;

    @BeforeEach
    void openStore() {
        sql.update("UPDATE mail_outbox SET due_at = NULL WHERE due_at IS NOT NULL");
        store = floor.openStore();
        ann = accounts.ann(store);
    }

    @Test
    void theMailLeadsToANewPasswordAndAllSessionsEnd() throws Exception {
        ask(ann.email());
        Token token = mailed().get(0);
        assertTrue(resets.isGood(store, token));
        assertInstanceOf(Refused.class, use(token, "short"));

        Customer now = ((Done) use(token, NEW)).customer();

        assertEquals(Optional.empty(), customers.ofSession(store, ann.id(), ann.epoch()));
        assertNotEquals(ann.epoch(), now.epoch());
        assertInstanceOf(Done.class, customers.signIn(store, ann.email(), NEW, aNetworkAddress()));
        assertInstanceOf(Stranger.class, customers.signIn(store, ann.email(), PASSWORD, aNetworkAddress()));
    }

    @Test
    void aTokenIsGoodOnceHoweverManyUseItAtOnce() throws Exception {
        ask(ann.email());
        Token token = mailed().get(0);

        List<AccountAnswer> answers = floor.atOnce(3, () -> use(token, NEW));

        assertEquals(1, answers.stream().filter(Done.class::isInstance).count());
        assertEquals(2, answers.stream().filter(Stranger.class::isInstance).count());
    }

    @Test
    void aTokenIsOfItsStoreForAnHourAndUntilThePasswordIsChanged() throws Exception {
        ask(ann.email());
        ask(ann.email());
        List<Token> tokens = mailed();
        assertEquals(2, tokens.size());
        assertInstanceOf(Stranger.class, resets.use(floor.openStore(), tokens.get(0), NEW, aNetworkAddress()));
        assertInstanceOf(Stranger.class, use(Token.random(), NEW));

        sql.update(
                "UPDATE password_reset SET expires_at = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE customer_id = ?"
                        + " ORDER BY asked_at LIMIT 1",
                ann.id());
        long good = tokens.stream().filter(token -> resets.isGood(store, token)).count();
        assertEquals(1, good);

        customers.changePassword(store, ann, PASSWORD, NEW, aNetworkAddress());
        assertEquals(
                0, tokens.stream().filter(token -> resets.isGood(store, token)).count());
    }

    @Test
    void nothingInTheDatabaseIsTheToken() throws Exception {
        ask(ann.email());
        String token = mailed().get(0).value();

        assertEquals(
                0, floor.number("SELECT COUNT(*) FROM password_reset WHERE ref = ? OR token_hash = ?", token, token));
        assertEquals(0, floor.number("SELECT COUNT(*) FROM mail_outbox WHERE event_key LIKE ?", "%" + token + "%"));
    }

    @Test
    void whoHasNoAccountGetsTheSameAnswerAndNoMail() throws Exception {
        assertEquals(Duration.ZERO, ask("nobody@example.org"));
        assertEquals(Duration.ZERO, ask(ann.email()));

        assertEquals(1, mailed().size());
        assertEquals(0, floor.number("SELECT COUNT(*) FROM mail_outbox WHERE recipient = 'nobody@example.org'"));
    }

    @Test
    void aMailboxIsNotFlooded() throws Exception {
        for (int i = 0; i < 6; i++) {
            assertEquals(Duration.ZERO, ask(ann.email()));
        }
        assertEquals(3, mailed().size());
    }

    @Test
    void aMailOfAPasswordThatIsChangedAlreadyIsGivenUp() throws Exception {
        ask(ann.email());
        customers.changePassword(store, ann, PASSWORD, NEW, aNetworkAddress());

        assertEquals(0, mailed().size());
        assertEquals(
                "of no use any more",
                sql.first(
                                "SELECT problem FROM mail_outbox WHERE recipient = ? ORDER BY id DESC LIMIT 1",
                                row -> row.getString(1),
                                ann.email())
                        .orElseThrow());
    }

    private Duration ask(String email) {
        return resets.ask(store, email, ORIGIN, aNetworkAddress());
    }

    private AccountAnswer use(Token token, String password) {
        return resets.use(store, token, password, aNetworkAddress());
    }

    /** The tokens in the mails that come now, the same in text and HTML. */
    private List<Token> mailed() throws Exception {
        try (Letterbox box = new Letterbox()) {
            round.go(box.address(), () -> false);
            List<Token> tokens = new ArrayList<>();
            for (MimeMessage mail : box.taken()) {
                List<String> found = Letterbox.parts(mail).stream()
                        .map(ForgettingAPasswordIT::token)
                        .distinct()
                        .toList();
                assertEquals(1, found.size(), found.toString());
                tokens.add(new Token(found.get(0)));
            }
            return tokens;
        }
    }

    private static String token(String part) {
        Matcher link = LINK.matcher(part);
        assertTrue(link.find(), part);
        return link.group(1);
    }
}

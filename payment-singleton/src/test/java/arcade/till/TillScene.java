package arcade.till;

import arcade.shared.Money;
import arcade.shared.Token;
import arcade.till.book.PaymentBook;
import arcade.till.lease.LeaseDesk;
import arcade.till.payment.Answer;
import arcade.till.payment.Outcome;
import arcade.till.payment.PaymentProcess;
import arcade.till.payment.Step;
import arcade.till.testing.TillRelease;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A node that has not the role, so that nothing moves by itself: the till's transactions on the real server and database. */
@ExtendWith(ArquillianExtension.class)
abstract class TillScene {
    static final String FIRST = "node1:first";
    static final String SECOND = "node2:second";

    @Deployment
    static WebArchive release() {
        return TillRelease.war();
    }

    @Resource(lookup = "jdbc/arcade-till")
    DataSource database;

    @Inject
    LeaseDesk lease;

    @Inject
    PaymentBook book;

    @BeforeEach
    void nobodyIsTheTill() throws SQLException {
        execute("UPDATE lease_beat SET expires_at = '2000-01-01'");
        execute("UPDATE payment SET due_at = NULL");
    }

    String orderState(long payment) throws SQLException {
        return text("SELECT o.state FROM shop_order o JOIN payment p ON p.order_ref = o.ref WHERE p.id = " + payment);
    }

    static List<Outcome> authorized(List<Step> steps) {
        return answered(
                steps, new Answer.Authorized("pi_" + steps.get(0).payment().ref()));
    }

    static List<Outcome> answered(List<Step> steps, Answer answer) {
        return steps.stream()
                .map(step -> new Outcome(step, answer, PaymentProcess.after(step.payment(), step.operation(), answer)))
                .toList();
    }

    long aRequestedPayment() throws SQLException {
        String order = Token.random().value();
        Money price = Money.of(1_800, "EUR");
        execute(
                "INSERT INTO shop_order (ref, store_id, store_code, state, checkout_key, cart_token, currency, items_minor,"
                        + " shipping_minor, tax_minor, total_minor, email, name, line1, postal_code, city, country, placed_at)"
                        + " VALUES ('" + order + "', 1, 'arcade', 'PLACED', '" + order + "', '" + order + "', 'EUR', "
                        + price.minor() + ", 0, 0, " + price.minor()
                        + ", 'a@example.org', 'A', '1 Street', '1', 'Town', 'DE', UTC_TIMESTAMP(6))");
        execute("INSERT INTO payment (ref, order_ref, store_id, store_code, amount_minor, currency, state, method,"
                + " method_token, return_origin, due_at, created_at, changed_at) VALUES ('" + Token.random() + "', '"
                + order + "', 1, 'arcade', " + price.minor() + ", 'EUR', 'REQUESTED', 'TOKEN', 'pm_card_visa',"
                + " 'http://arcade.localhost', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))");
        return Long.parseLong(text("SELECT id FROM payment WHERE order_ref = '" + order + "'"));
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    String text(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}

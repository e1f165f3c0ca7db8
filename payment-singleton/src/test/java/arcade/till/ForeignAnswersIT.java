package arcade.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.cluster.FencingToken;
import arcade.shared.Token;
import arcade.till.book.PaymentBook;
import arcade.till.gateway.Gateway;
import arcade.till.payment.Answer;
import arcade.till.payment.Change;
import arcade.till.payment.Outcome;
import arcade.till.payment.PaymentProcess;
import arcade.till.payment.PaymentRow;
import arcade.till.payment.Step;
import arcade.till.testing.ARow;
import arcade.till.testing.ATill;
import arcade.till.testing.HonestGateway;
import arcade.till.testing.RecordedGateway;
import arcade.till.testing.TestTransactions;
import arcade.till.testing.TillRows;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The gateway answers about another payment than the one it was asked for. */
class ForeignAnswersIT {
    private static final long PRICE = 1_800;

    private final TestTransactions database = new TestTransactions();
    private final TillRows rows = new TillRows(database.source());
    private final HonestGateway honest = new HonestGateway();
    private final PaymentBook book = new ATill("node1", database, honest).bean(PaymentBook.class);
    private final FencingToken token =
            new FencingToken("test-" + UUID.randomUUID().toString().substring(0, 20), 1, "node1:first");
    private long payment;

    /** In what it differs from the right one. */
    private enum Foreign {
        PAYMENT,
        INTENT,
        AMOUNT,
        CURRENCY;

        String body(PaymentRow asked, String status) {
            Token named = this == PAYMENT ? Token.random() : asked.ref();
            String intent = this == INTENT || asked.intent() == null ? "pi_other" : asked.intent();
            long amount = this == AMOUNT ? PRICE + 1 : PRICE;
            String currency = this == CURRENCY ? "usd" : "eur";
            return "{\"id\":\"" + intent + "\",\"object\":\"payment_intent\",\"status\":\"" + status + "\",\"amount\":"
                    + amount + ",\"amount_received\":" + amount + ",\"currency\":\"" + currency
                    + "\",\"metadata\":{\"payment\":\"" + named + "\"}}";
        }
    }

    @BeforeEach
    void aPaymentIsDue() throws SQLException {
        database.execute("UPDATE payment SET due_at = NULL WHERE due_at IS NOT NULL");
        database.execute(
                "INSERT INTO lease (name, epoch, owner) VALUES (?, ?, ?)", token.lease(), token.epoch(), token.owner());
        long store = ARow.store();
        payment = ARow.payment(database, store, ARow.order(database, store, PRICE), PRICE, "REQUESTED");
        due();
    }

    @ParameterizedTest
    @EnumSource(names = {"PAYMENT", "AMOUNT", "CURRENCY"})
    void toAnAuthorizationIsNotBelievedAndIsForAHuman(Foreign foreign) throws SQLException {
        Step asked = book.begin(token, 1).get(0);

        record(asked, foreign.body(asked.payment(), "requires_capture"));

        isForAHuman("UNKNOWN_AUTHORIZATION", asked);
        theRightAnswerGoesOn();
    }

    @ParameterizedTest
    @EnumSource
    void toACaptureIsNotBelievedAndIsForAHuman(Foreign foreign) throws SQLException {
        Step authorize = book.begin(token, 1).get(0);
        Step asked = record(authorize, honest.perform(authorize.operation(), authorize.payment()))
                .get(0);

        record(asked, foreign.body(asked.payment(), "succeeded"));

        isForAHuman("UNKNOWN_CAPTURE", asked);
        theRightAnswerGoesOn();
    }

    private void isForAHuman(String state, Step asked) {
        assertEquals(state, rows.text("SELECT state FROM payment WHERE id = " + payment));
        assertEquals("0", rows.text("SELECT captured_minor FROM payment WHERE id = " + payment));
        assertEquals("FOREIGN_ANSWER open", rows.breaks(asked.payment().ref().value()));
    }

    private void theRightAnswerGoesOn() throws SQLException {
        due();
        List<Step> steps = book.begin(token, 1);
        while (!steps.isEmpty()) {
            Step step = steps.get(0);
            steps = record(step, honest.perform(step.operation(), step.payment()));
            honest.calls.remove("ASK " + step.payment().ref());
        }
        assertEquals("CAPTURED", rows.text("SELECT state FROM payment WHERE id = " + payment));
        assertEquals(2, honest.calls.size(), honest.calls::toString);
    }

    private void record(Step step, String body) {
        Gateway confused = RecordedGateway.answering(200, body).gateway();
        record(step, confused.perform(step.operation(), step.payment()));
    }

    private List<Step> record(Step step, Answer answer) {
        Change change = PaymentProcess.after(step.payment(), step.operation(), answer);
        return book.record(token, List.of(new Outcome(step, answer, change)));
    }

    private void due() throws SQLException {
        database.execute("UPDATE payment SET due_at = UTC_TIMESTAMP(6) WHERE id = ?", payment);
    }
}

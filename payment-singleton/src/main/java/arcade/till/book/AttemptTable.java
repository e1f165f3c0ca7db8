package arcade.till.book;

import arcade.cluster.FencingToken;
import arcade.till.payment.Outcome;
import arcade.till.payment.Step;
import arcade.till.refund.RefundOutcome;
import arcade.till.refund.RefundStep;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

/** The rows of {@code payment_attempt}: each call that acts, written before it is sent and finished by its answer. */
final class AttemptTable {
    private static final String BEGIN = "INSERT INTO payment_attempt"
            + " (id, payment_id, refund_id, operation, idempotency_key, epoch, written_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6))";
    private static final String FINISH = "UPDATE payment_attempt"
            + " SET outcome = ?, detail = ?, finished_at = UTC_TIMESTAMP(6) WHERE id = ? AND finished_at IS NULL";
    private static final int DETAIL_LENGTH = 500;

    private AttemptTable() {}

    /** @param refund null: the call is about the payment itself */
    private record Attempt(String id, long payment, Long refund, String operation, String key) {}

    private record Finished(String id, Object answer) {}

    static void begin(Connection connection, FencingToken token, List<Step> steps) throws SQLException {
        insert(
                connection,
                token,
                steps.stream()
                        .filter(step -> step.attempt() != null)
                        .map(step -> new Attempt(
                                step.attempt(),
                                step.payment().id(),
                                null,
                                step.operation().name(),
                                step.operation().key(step.payment())))
                        .toList());
    }

    static void beginRefunds(Connection connection, FencingToken token, List<RefundStep> steps) throws SQLException {
        insert(
                connection,
                token,
                steps.stream()
                        .filter(step -> step.attempt() != null)
                        .map(step -> new Attempt(
                                step.attempt(),
                                step.refund().paymentId(),
                                step.refund().id(),
                                step.operation().name(),
                                step.refund().key()))
                        .toList());
    }

    static void finish(Connection connection, List<Outcome> outcomes) throws SQLException {
        update(
                connection,
                outcomes.stream()
                        .map(outcome -> new Finished(outcome.step().attempt(), outcome.answer()))
                        .toList());
    }

    static void finishRefunds(Connection connection, List<RefundOutcome> outcomes) throws SQLException {
        update(
                connection,
                outcomes.stream()
                        .map(outcome -> new Finished(outcome.step().attempt(), outcome.answer()))
                        .toList());
    }

    private static void insert(Connection connection, FencingToken token, List<Attempt> attempts) throws SQLException {
        if (attempts.isEmpty()) {
            return;
        }
        try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            for (Attempt attempt : attempts) {
                begin.setString(1, attempt.id());
                begin.setLong(2, attempt.payment());
                begin.setObject(3, attempt.refund(), Types.BIGINT);
                begin.setString(4, attempt.operation());
                begin.setString(5, attempt.key());
                begin.setLong(6, token.epoch());
                begin.addBatch();
            }
            begin.executeBatch();
        }
    }

    /** A question has no attempt to finish. */
    private static void update(Connection connection, List<Finished> all) throws SQLException {
        List<Finished> attempts =
                all.stream().filter(finished -> finished.id() != null).toList();
        if (attempts.isEmpty()) {
            return;
        }
        try (PreparedStatement finish = connection.prepareStatement(FINISH)) {
            for (Finished attempt : attempts) {
                String detail = attempt.answer().toString();
                finish.setString(1, attempt.answer().getClass().getSimpleName());
                finish.setString(2, detail.substring(0, Math.min(DETAIL_LENGTH, detail.length())));
                finish.setString(3, attempt.id());
                finish.addBatch();
            }
            finish.executeBatch();
        }
    }
}

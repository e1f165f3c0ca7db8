package arcade.till;

import arcade.cluster.FencingToken;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The rows of {@code payment_attempt}: each call that acts, written before it is sent and finished by its answer. */
final class AttemptTable {
    private static final String BEGIN = "INSERT INTO payment_attempt"
            + " (id, payment_id, operation, idempotency_key, epoch, written_at) VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(6))";
    private static final String FINISH = "UPDATE payment_attempt"
            + " SET outcome = ?, detail = ?, finished_at = UTC_TIMESTAMP(6) WHERE id = ? AND finished_at IS NULL";
    private static final int DETAIL_LENGTH = 500;

    private AttemptTable() {}

    static void begin(Connection connection, FencingToken token, List<Step> steps) throws SQLException {
        try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            boolean any = false;
            for (Step step : steps) {
                if (step.attempt() != null) {
                    begin.setString(1, step.attempt());
                    begin.setLong(2, step.payment().id());
                    begin.setString(3, step.operation().name());
                    begin.setString(4, Gateway.key(step.operation(), step.payment()));
                    begin.setLong(5, token.epoch());
                    begin.addBatch();
                    any = true;
                }
            }
            if (any) {
                begin.executeBatch();
            }
        }
    }

    static void finish(Connection connection, List<Outcome> outcomes) throws SQLException {
        try (PreparedStatement finish = connection.prepareStatement(FINISH)) {
            boolean any = false;
            for (Outcome outcome : outcomes) {
                if (outcome.step().attempt() != null) {
                    String detail = outcome.answer().toString();
                    finish.setString(1, outcome.answer().getClass().getSimpleName());
                    finish.setString(2, detail.substring(0, Math.min(DETAIL_LENGTH, detail.length())));
                    finish.setString(3, outcome.step().attempt());
                    finish.addBatch();
                    any = true;
                }
            }
            if (any) {
                finish.executeBatch();
            }
        }
    }
}

package arcade.mail;

import arcade.database.Sql;
import arcade.shared.Token;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The outbox as those see it who send. A mail is claimed for a time by one statement, so that of several nodes one sends it; one that
 * was claimed by a node that died comes due again.
 */
@ApplicationScoped
class MailQueue {
    private static final int LONGEST_PROBLEM = 500;

    @Inject
    private Sql sql;

    /** @param claim of this try alone */
    List<QueuedMail> claim(String claim, int most, Duration hold) {
        int claimed = sql.update(
                "UPDATE mail_outbox SET claim = ?, tries = tries + 1, due_at = UTC_TIMESTAMP(6) + INTERVAL ? SECOND"
                        + " WHERE due_at <= UTC_TIMESTAMP(6) ORDER BY due_at, id LIMIT " + most,
                claim,
                hold.toSeconds());
        return claimed == 0
                ? List.of()
                : sql.list(
                        "SELECT id, event_key, recipient, template, order_ref, tries FROM mail_outbox"
                                + " WHERE claim = ? AND due_at > UTC_TIMESTAMP(6) ORDER BY id",
                        row -> new QueuedMail(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                Optional.ofNullable(row.getString(5)).map(Token::new),
                                row.getInt(6)),
                        claim);
    }

    /** Asked right before it is sent: who stood still for longer than his claim must not send. */
    boolean isClaimed(QueuedMail mail, String claim) {
        return sql.first(
                        "SELECT 1 FROM mail_outbox WHERE id = ? AND claim = ? AND due_at > UTC_TIMESTAMP(6)",
                        row -> true,
                        mail.id(),
                        claim)
                .isPresent();
    }

    void sent(QueuedMail mail, String claim) {
        sql.update(
                "UPDATE mail_outbox SET sent_at = UTC_TIMESTAMP(6), due_at = NULL, problem = NULL"
                        + " WHERE id = ? AND claim = ?",
                mail.id(),
                claim);
    }

    void tryAgain(QueuedMail mail, String claim, Duration wait, String problem) {
        sql.update(
                "UPDATE mail_outbox SET due_at = UTC_TIMESTAMP(6) + INTERVAL ? SECOND, claim = NULL, problem = ?"
                        + " WHERE id = ? AND claim = ?",
                wait.toSeconds(),
                shortened(problem),
                mail.id(),
                claim);
    }

    void giveUp(QueuedMail mail, String claim, String problem) {
        sql.update(
                "UPDATE mail_outbox SET due_at = NULL, claim = NULL, problem = ? WHERE id = ? AND claim = ?",
                shortened(problem),
                mail.id(),
                claim);
    }

    private static String shortened(String problem) {
        return problem.length() <= LONGEST_PROBLEM ? problem : problem.substring(0, LONGEST_PROBLEM);
    }
}

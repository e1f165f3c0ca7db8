package arcade.web.api;

import arcade.database.Sql;
import arcade.database.SqlFailure;
import arcade.database.Transactions;
import arcade.web.problem.Problem;
import arcade.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets a mutation take effect once for each idempotency key. Its answer is a row written last in the mutation's own transaction:
 * of two requests at once the second waits for the first one's row, is rolled back, and gets the first one's answer. Refusals are
 * not kept: they changed nothing, and the same request may succeed later.
 */
@ApplicationScoped
public class OnceOnly {
    private static final String KEEP = "INSERT INTO idempotent_answer"
            + " (store_id, request_key, request_hash, status, body, created_at) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String KEPT =
            "SELECT request_hash, status, body FROM idempotent_answer WHERE store_id = ? AND request_key = ?";

    @Inject
    private Sql sql;

    @Inject
    private Transactions transactions;

    @Inject
    private Clock clock;

    private record Kept(String hash, Answer answer) {}

    /** Another request with this key was quicker. */
    private static final class KeyTaken extends RuntimeException {
        KeyTaken(SqlFailure cause) {
            super(cause);
        }
    }

    /** @param work the whole change; what it throws undoes it */
    Answer answer(Mutation mutation, Supplier<Answer> work) {
        if (mutation.key().isEmpty()) {
            return transactions.run(work);
        }
        try {
            return transactions.run(() -> keep(mutation, work.get()));
        } catch (ProblemException refused) {
            return replay(mutation).orElseThrow(() -> refused);
        } catch (KeyTaken taken) {
            return replay(mutation).orElseThrow(() -> taken);
        }
    }

    /** Forgets answers given before that moment. @return how many, at most {@code most} */
    public int forget(Instant before, int most) {
        return sql.update(
                "DELETE FROM idempotent_answer WHERE created_at < ? ORDER BY created_at LIMIT ?", utc(before), most);
    }

    private Answer keep(Mutation mutation, Answer answer) {
        try {
            sql.update(
                    KEEP,
                    mutation.store().id(),
                    mutation.key().orElseThrow(),
                    mutation.hash(),
                    answer.status(),
                    answer.body(),
                    utc(clock.instant()));
            return answer;
        } catch (SqlFailure failure) {
            if (failure.isDuplicate("PRIMARY")) {
                throw new KeyTaken(failure);
            }
            throw failure;
        }
    }

    private Optional<Answer> replay(Mutation mutation) {
        return sql.first(
                        KEPT,
                        row -> new Kept(row.getString(1), new Answer(row.getInt(2), row.getString(3), true)),
                        mutation.store().id(),
                        mutation.key().orElseThrow())
                .map(kept -> kept.hash().equals(mutation.hash()) ? kept.answer() : refuse(mutation));
    }

    private static Answer refuse(Mutation mutation) {
        throw new ProblemException(Problem.of(
                422,
                "idempotency-key-reused",
                "Idempotency key used for another request",
                "The key " + mutation.key().orElseThrow() + " was used for another request. Use a new one."));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}

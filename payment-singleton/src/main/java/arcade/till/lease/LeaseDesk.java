package arcade.till.lease;

import arcade.cluster.FencingToken;
import arcade.cluster.LeaseView;
import arcade.cluster.Leases;
import arcade.till.book.DatabaseFails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;

/** The lease of the till: the name {@code payments} among the leases, and a database that fails answers "nobody knows". */
@ApplicationScoped
public class LeaseDesk {
    /** The name of the till's lease. */
    public static final String LEASE = "payments";

    @Inject
    private Leases leases;

    /** Empty if somebody else holds the lease. Throws {@link DatabaseFails} if the database does not answer. */
    public Optional<FencingToken> take(String owner) {
        return ask(() -> leases.take(LEASE, owner));
    }

    /** Renews the lease. False: another has taken it. Throws {@link DatabaseFails}: nobody knows. */
    public boolean beat(FencingToken token) {
        return ask(() -> leases.beat(token));
    }

    /** Lets the lease go, if it is still held under this token. Throws {@link DatabaseFails}. */
    public void release(FencingToken token) {
        ask(() -> {
            leases.release(token);
            return true;
        });
    }

    /** Ends a lease whose holder was not heard for longer than a lease lives, whatever the database's clock says. */
    public void endSilent(LeaseView seen) {
        ask(() -> {
            leases.endSilent(LEASE, seen);
            return true;
        });
    }

    /** Who is the till, without a lock. Throws {@link DatabaseFails}. */
    public LeaseView look() {
        return ask(() -> leases.look(LEASE));
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.answer();
        } catch (SQLException e) {
            throw new DatabaseFails(e);
        }
    }

    private interface Question<T> {
        T answer() throws SQLException;
    }
}

package arcade.customer;

import arcade.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Deletes what accounts have no use for any more. */
@ApplicationScoped
public class CustomerHousekeeping {
    @Inject
    private Tries tries;

    @Inject
    private Customers customers;

    @Inject
    private Sql sql;

    /** Forgiven failures, a week's old requests for a new password, merges of carts that expired long ago. @return how many rows */
    public int tidy(int most) {
        return customers.areKept()
                ? tries.forget(most)
                        + sql.update(
                                "DELETE FROM password_reset WHERE asked_at < UTC_TIMESTAMP(6) - INTERVAL 7 DAY"
                                        + " ORDER BY asked_at LIMIT ?",
                                most)
                        + sql.update(
                                "DELETE FROM cart_merge WHERE merged_at < UTC_TIMESTAMP(6) - INTERVAL 400 DAY"
                                        + " ORDER BY merged_at LIMIT ?",
                                most)
                : 0;
    }
}

package arcade.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** Begins, commits, and rolls back on any exception. */
@ApplicationScoped
class OneTransaction {

    @Transactional(rollbackOn = Throwable.class)
    <T> T run(Supplier<T> work) {
        return work.get();
    }
}

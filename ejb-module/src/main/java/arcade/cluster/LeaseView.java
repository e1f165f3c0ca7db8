package arcade.cluster;

import java.time.Instant;
import java.util.Optional;

/**
 * What the database says of a lease at one moment.
 *
 * @param owner the present or last owner; null if it was never taken
 * @param since when that owner took it; null if it was never taken
 * @param beat the last beat, as the database wrote it; only good to see whether there was another one
 * @param alive whether its time has not run out, by the database's clock
 */
public record LeaseView(long epoch, String owner, Instant since, String beat, boolean alive) {

    /** The name of the node that holds the lease now. */
    public Optional<String> holder() {
        return alive && owner != null ? Optional.of(Node.nameIn(owner)) : Optional.empty();
    }
}

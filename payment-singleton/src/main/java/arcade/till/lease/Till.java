package arcade.till.lease;

import arcade.cluster.FencingToken;
import arcade.till.book.DatabaseFails;
import arcade.till.failpoint.Failpoint;
import fish.payara.cluster.Clustered;
import jakarta.ejb.AccessTimeout;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.io.Serializable;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The desk where a node asks to become the till, and where anyone in the cluster asks who it is.
 *
 * <p>Hazard: a clustered singleton is shared state with a lock for each call, run on the caller's node. It elects and informs; it
 * does not authorize: the lease in the database does, and its fence is passed by every write. A node that dies inside a call can
 * leave the lock hanging for minutes, so callers wait a moment and then go to the lease directly. Everything in here must
 * be serializable, and nothing in here may be slow. The lock's kind must be said: a timeout alone makes Payara 6 take the node's own
 * lock, twice, and give it back once.
 */
@Singleton
@Clustered(callPostConstructOnAttach = false, callPreDestroyOnDetach = false)
@Lock(LockType.WRITE)
@AccessTimeout(value = 1, unit = TimeUnit.SECONDS)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Till implements Serializable {
    private static final long serialVersionUID = 1L;

    private FencingToken holder;

    /** Asks the lease for the till's place; empty if another node has it. Throws {@link DatabaseFails} if the
     * database does not answer. */
    public Optional<FencingToken> take(LeaseDesk lease, String owner) {
        Failpoint.AT_THE_DESK.reached();
        Optional<FencingToken> token = lease.take(owner);
        token.ifPresent(taken -> holder = taken);
        return token;
    }

    /** Who took the till last, as far as the grid knows; null if nobody did since the grid exists. */
    public FencingToken holder() {
        return holder;
    }
}

package arcade.operations.replication;

import arcade.operations.database.DatabaseServer;
import arcade.operations.database.Routes;
import arcade.operations.home.ClusterState;
import arcade.operations.home.Console;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Project;
import arcade.operations.home.Role;
import arcade.operations.host.Site;
import arcade.operations.process.Signals;
import arcade.operations.process.Waiting;
import java.time.Duration;

/**
 * The replica becomes the primary because the primary is dead, or shall be. The old one is isolated first and may not come back
 * as it is. The till's epoch leaps, so that no till of before can write; and nobody can check out until the till has held its
 * books against the gateway's, because what only the old primary knew may have been paid for.
 */
final class Promotion {
    /** Larger than any number of takeovers that only the old primary saw. */
    static final long EPOCH_LEAP = 1_000_000;

    private static final Duration APPLIED_WITHIN = Duration.ofMinutes(10);
    private static final Duration CHECKOUT_OPEN_WITHIN = Duration.ofSeconds(90);
    private static final Duration CLOSE_LOOK = Duration.ofMillis(20);

    private static final String LEAP = "UPDATE arcade.lease l JOIN arcade.lease_beat b ON b.name = l.name"
            + " SET l.epoch = l.epoch + " + EPOCH_LEAP + ", l.owner = CONCAT('promotion:', @@server_id),"
            + " l.since = UTC_TIMESTAMP(6), b.epoch = b.epoch + " + EPOCH_LEAP + ", b.expires_at = UTC_TIMESTAMP(6)";
    private static final String CLOSE = "UPDATE arcade.checkout_gate SET closed_since = UTC_TIMESTAMP(6),"
            + " reason = 'the database was replaced; the books are held against the gateway''s first'"
            + " WHERE name = 'promotion'";
    private static final String OPEN =
            "SELECT COUNT(*) FROM arcade.checkout_gate WHERE name = 'promotion' AND closed_since IS NULL";

    private final Home home;
    private final Project project;

    Promotion(Home home, Project project) {
        this.home = home;
        this.project = project;
    }

    /**
     * Returns once checkout is open again.
     *
     * @param acceptLoss also when it cannot be shown that the replica has everything that was acknowledged
     */
    void run(boolean acceptLoss) {
        ClusterState state = home.cluster();
        Machine old = state.database();
        Machine replica = state.replica().orElseThrow(() -> Failover.noReplica(state));
        try (DatabasePeer next = DatabasePeer.of(home, replica)) {
            isolate(old);
            awaitApplied(next);
            weigh(old, next, acceptLoss);
            home.change(now -> now.with(now.machine(old.name()).stopped().as(Role.RETIRED))
                    .with(now.machine(replica.name()).as(Role.DATABASE)));
            next.stopFollowing();
            next.prepareToLead();
            next.run(LEAP);
            next.run(CLOSE);
            new Routes(home, project).write(home.cluster());
            next.startWriting();
            next.killShop();
            Console.step(replica.name() + " is the primary; " + old.name() + " is retired");
            awaitCheckout(next);
        }
    }

    /** SIGKILL also for one that only seems dead: two that write would be worse than none. */
    private static void isolate(Machine old) {
        if (old.alive()) {
            Console.step("isolating " + old.name() + ": its process is killed");
            Signals.kill(old.process());
        }
    }

    /** The threads go on as they are: started anew they would throw away what they received. */
    private void awaitApplied(DatabasePeer next) {
        Following first = next.following()
                .orElseThrow(() -> new Failure(
                        next.machine().name() + " follows nobody, so it is no copy of the primary: nothing was changed",
                        "start the old primary again with './arcade up'"));
        if (!first.applying()) {
            throw new Failure(
                    next.machine().name() + " stopped applying what it receives: " + first.problem(),
                    "start the old primary again with './arcade up', then './arcade up --reprovision'");
        }
        boolean applied = Waiting.until(
                APPLIED_WITHIN,
                CLOSE_LOOK,
                () -> next.following().filter(Following::caughtUp).isPresent());
        if (!applied) {
            throw new Failure(
                    next.machine().name() + " has not applied all it received after " + APPLIED_WITHIN.toMinutes()
                            + " min: nothing was changed",
                    "run the same command again");
        }
    }

    private void weigh(Machine old, DatabasePeer next, boolean acceptLoss) {
        Evidence evidence =
                Evidence.of(new Site(home, project, old), new DatabaseServer(home, project, old).data(), next);
        if (evidence.shown()) {
            Console.step("nothing that was acknowledged is lost: " + evidence.sentence());
        } else if (acceptLoss) {
            Console.step("what was acknowledged last may be lost: " + evidence.sentence());
        } else {
            throw new Failure(
                    "it cannot be shown that " + next.machine().name() + " has all that was acknowledged: "
                            + evidence.sentence(),
                    "'./arcade up' starts " + old.name() + " again where its disk is whole; where it is lost,"
                            + " './arcade failover --accept-loss' goes on without what is missing");
        }
    }

    private void awaitCheckout(DatabasePeer next) {
        if (!Waiting.until(
                CHECKOUT_OPEN_WITHIN, CLOSE_LOOK, () -> next.text(OPEN).equals("1"))) {
            throw Failure.degraded(
                    "checkout is still closed: the till has not yet held its books against the gateway's",
                    "see './arcade status' for the till and its node's log for 'reconcil'; it opens by itself once that"
                            + " round is done");
        }
        Console.step("checkout is open: the books were held against the gateway's");
    }
}

package arcade.operations.replication;

import arcade.operations.database.Routes;
import arcade.operations.home.ClusterState;
import arcade.operations.home.Console;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Project;
import arcade.operations.home.Role;
import arcade.operations.process.Waiting;
import java.time.Duration;

/**
 * Primary and replica change places while both live. Nobody writes from the moment the old primary refuses until the new one
 * lets in; in between the replica gets the last transaction, and the old primary begins to follow. The replica's threads are
 * stopped only after it has everything.
 */
final class SwitchOver {
    private static final Duration CAUGHT_UP_WITHIN = Duration.ofSeconds(10);
    /** Of the pause that shoppers may notice. */
    private static final Duration LAST_WITHIN = Duration.ofMillis(1500);

    private static final Duration TRANSACTIONS_END_WITHIN = Duration.ofMillis(300);
    private static final Duration FOLLOWS_WITHIN = Duration.ofSeconds(1);
    private static final Duration IN_SYNC_WITHIN = Duration.ofSeconds(20);
    private static final Duration CLOSE_LOOK = Duration.ofMillis(5);

    private final Home home;
    private final Project project;

    SwitchOver(Home home, Project project) {
        this.home = home;
        this.project = project;
    }

    /** @return for how long nobody could write */
    Duration run() {
        ClusterState state = home.cluster();
        Machine replica = state.replica().orElseThrow(() -> Failover.noReplica(state));
        try (DatabasePeer old = DatabasePeer.of(home, state.database());
                DatabasePeer next = DatabasePeer.of(home, replica)) {
            requireReady(old, next);
            Console.step("switching over from " + old.machine().name() + " to "
                    + next.machine().name());
            Duration pause = changePlaces(old, next);
            boolean sync = Waiting.until(IN_SYNC_WITHIN, next::inSync);
            Console.step(next.machine().name() + " is the primary, "
                    + old.machine().name() + " follows it" + (sync ? " and is in sync" : ""));
            if (!sync) {
                throw Failure.degraded(
                        old.machine().name() + " does not keep up with the new primary",
                        "see './arcade status'; './arcade up --reprovision' fills it anew");
            }
            return pause;
        }
    }

    private void requireReady(DatabasePeer old, DatabasePeer next) {
        boolean follows = next.following()
                .filter(now -> now.receiving() && now.applying())
                .isPresent();
        if (!old.writes() || !follows || !old.inSync() || !next.has(old.position(), CAUGHT_UP_WITHIN)) {
            throw new Failure(
                    next.machine().name() + " is not in sync with "
                            + old.machine().name() + ": nothing was changed",
                    "see './arcade status'; './arcade up' joins them again, with --reprovision from scratch");
        }
        // What the new primary needs is made ready while nobody waits.
        next.prepareToLead();
    }

    private Duration changePlaces(DatabasePeer old, DatabasePeer next) {
        long begun = System.nanoTime();
        old.stopWriting(home, TRANSACTIONS_END_WITHIN);
        if (!next.has(old.position(), LAST_WITHIN)) {
            old.startWriting();
            throw new Failure(
                    next.machine().name() + " did not get the last transactions within " + LAST_WITHIN.toMillis()
                            + " ms: " + old.machine().name() + " goes on as before",
                    "try again when there is less to do; './arcade status' shows how far it is behind");
        }
        record(old.machine(), next.machine());
        next.stopFollowing();
        old.follow(next.machine(), true);
        // With somebody to wait for from the first commit on: alone it would wait two seconds for nobody.
        boolean followed = Waiting.until(FOLLOWS_WITHIN, CLOSE_LOOK, () -> next.followers() > 0);
        next.waitForReplica(followed);
        new Routes(home, project).write(home.cluster());
        next.startWriting();
        Duration pause = Duration.ofNanos(System.nanoTime() - begun);
        old.killShop();
        next.killShop();
        next.waitForReplica(true);
        return pause;
    }

    /** From here on a command that is killed is finished by {@code up}: it opens who is recorded. */
    private void record(Machine old, Machine next) {
        home.change(state -> state.with(state.machine(old.name()).as(Role.REPLICA))
                .with(state.machine(next.name()).as(Role.DATABASE)));
    }
}

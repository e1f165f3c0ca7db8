package arcade.operations.replication;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Console;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Project;
import java.time.Duration;
import java.util.Optional;

/** The replica takes the primary's place: by agreement while that lives, by promotion when it does not. The caller holds the lock. */
public final class Failover {
    private final Home home;
    private final Project project;

    public Failover(Home home, Project project) {
        this.home = home;
        this.project = project;
    }

    /** Whether the primary answers, so that places can be changed by agreement. */
    public boolean primaryAnswers() {
        Optional<DatabasePeer> primary = DatabasePeer.find(home, home.cluster().database());
        primary.ifPresent(DatabasePeer::close);
        return primary.isPresent();
    }

    /** @return for how long nobody could write */
    public Duration switchOver() {
        Duration pause = new SwitchOver(home, project).run();
        Console.step("nobody could write for " + pause.toMillis() + " ms");
        return pause;
    }

    /** Kills the primary if it lives; returns once checkout is open again. */
    public void promote(boolean acceptLoss) {
        new Promotion(home, project).run(acceptLoss);
    }

    static Failure noReplica(ClusterState state) {
        return state.retired().isPresent()
                ? new Failure(
                        state.retired().get().name() + " is retired and follows nobody",
                        "'./arcade up --reprovision' fills it anew, as the replica")
                : new Failure(
                        "this cluster has no replica",
                        "name its host under 'replica' in " + state.topology() + " and run './arcade up'");
    }
}

package arcade.operations.cluster;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.process.ProcessMark;

/**
 * The cluster while a command changes it. Every change is recorded at once, so that a command that is killed half-way
 * leaves no process behind that {@code down} does not know.
 */
final class RunningCluster {
    private final Home home;

    RunningCluster(Home home, ClusterState state) {
        this.home = home;
        home.record(state);
    }

    /** As recorded: a failover of the same command may have changed roles meanwhile. */
    ClusterState state() {
        return home.cluster();
    }

    Machine machine(String name) {
        return state().machine(name);
    }

    void started(Machine machine, ProcessMark process) {
        started(machine, process, machine.release());
    }

    void started(Machine machine, ProcessMark process, String release) {
        home.change(state -> state.with(state.machine(machine.name()).startedAs(process, release)));
    }

    void stopped(Machine machine) {
        home.change(state -> state.with(state.machine(machine.name()).stopped()));
    }

    void release(String release) {
        home.change(state -> state.onRelease(release));
    }
}

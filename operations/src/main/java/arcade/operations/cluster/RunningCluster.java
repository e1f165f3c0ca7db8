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
    private ClusterState state;

    RunningCluster(Home home, ClusterState state) {
        this.home = home;
        this.state = state;
        home.record(state);
    }

    /** Another one of this command has changed it. */
    synchronized void reload() {
        state = home.cluster();
    }

    synchronized ClusterState state() {
        return state;
    }

    synchronized Machine machine(String name) {
        return state.machine(name);
    }

    synchronized void started(Machine machine, ProcessMark process) {
        record(state.with(machine.startedAs(process, machine.release())));
    }

    synchronized void started(Machine machine, ProcessMark process, String release) {
        record(state.with(machine.startedAs(process, release)));
    }

    synchronized void stopped(Machine machine) {
        record(state.with(machine.stopped()));
    }

    synchronized void release(String release) {
        record(state.onRelease(release));
    }

    private void record(ClusterState next) {
        state = next;
        home.record(next);
    }
}

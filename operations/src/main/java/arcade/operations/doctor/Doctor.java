package arcade.operations.doctor;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Console;
import arcade.operations.home.Exit;
import arcade.operations.home.Home;
import arcade.operations.home.HomeOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code arcade doctor}: each check is a line; each finding comes with its fix. Exit 3 when there is one. */
@Command(
        name = "doctor",
        description = "Checks this machine and the cluster; names what is wrong and what to do; exit 3 if anything is.",
        mixinStandardHelpOptions = true)
public final class Doctor implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    private int found;

    @Override
    public Integer call() {
        Home folder = home.home();
        MachineChecks machine = new MachineChecks(folder);
        check("Java", machine::java);
        check("packages", machine::packages);
        check("disk", machine::disk);
        Optional<ClusterState> state = folder.state();
        if (state.isEmpty()) {
            check("router port", machine::defaultPort);
            Console.line("no cluster was started in " + folder.folder() + "; its checks are left out");
        } else {
            ClusterChecks cluster = new ClusterChecks(folder, state.get());
            check("processes", cluster::processes);
            check("ports", cluster::ports);
            check("database settings", cluster::databaseSettings);
            check("replication", new ReplicationChecks(folder, state.get())::replication);
            check("clock", cluster::clock);
            check("migrations", cluster::migrations);
            check("grid", cluster::grid);
        }
        return found == 0 ? Exit.DONE : Exit.DEGRADED;
    }

    private void check(String name, Supplier<List<Finding>> check) {
        List<Finding> findings = check.get();
        found += findings.size();
        if (findings.isEmpty()) {
            Console.line("ok     " + name);
        }
        for (Finding finding : findings) {
            Console.line("found  " + name + ": " + finding.problem());
            Console.line("       fix: " + finding.fix());
        }
    }
}

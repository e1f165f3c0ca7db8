package arcade.operations.release;

import arcade.operations.cluster.Fleet;
import arcade.operations.database.ExpandOnly;
import arcade.operations.database.Migrations;
import arcade.operations.home.ClusterState;
import arcade.operations.home.Console;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Project;
import arcade.operations.node.Release;
import arcade.operations.node.ReleaseHistory;
import arcade.operations.node.RollRecord;
import arcade.operations.process.Folders;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.exporter.ArchiveExportException;

/**
 * What {@code deploy}, {@code rollback}, {@code restart} and the drop folder do, once they hold the cluster's lock. Two releases at
 * once is a normal state of the cluster: the schema fits both.
 */
public final class Rollout {
    /** Under traffic a bad release shows within seconds. */
    private static final Duration WATCH_A_RELEASE = Duration.ofSeconds(8);

    private static final Duration WATCH_A_RESTART = Duration.ofSeconds(3);

    private final Home home;
    private final Project project;
    private final ReleaseHistory history;

    public Rollout(Home home, Project project) {
        this.home = home;
        this.project = project;
        this.history = new ReleaseHistory(home);
    }

    /**
     * What came of it.
     *
     * @param times of each node that was rolled; empty when all of them ran the release already
     */
    public record Done(String release, List<NodeTimes> times) {}

    /** @throws Failure with the cluster as it was */
    public Done deploy(Path file) {
        ClusterState cluster = requireWhole();
        Console.step("checking " + file);
        try (EarFile ear = EarFile.of(file, home)) {
            Release release = made(ear);
            String from = cluster.release();
            Fleet fleet = new Fleet(home, project);
            Map<String, Release> missing =
                    nodes(fleet, node -> !(node.alive() && node.release().equals(release.name())), release);
            if (missing.isEmpty()) {
                settle(fleet, release, from);
                return new Done(release.name(), List.of());
            }
            migrate(cluster, release);
            List<NodeTimes> times = rolled(fleet, Roll.plan("deploy", from, release.name()), missing);
            settle(fleet, release, from);
            return new Done(release.name(), times);
        }
    }

    private Release made(EarFile ear) {
        try {
            return Release.of(ear.path(), home);
        } catch (UncheckedIOException | ArchiveExportException e) {
            throw new Failure(
                    "cannot make the release in " + home.folder().resolve("releases") + ": " + e.getMessage(),
                    "make room on the disk, then deploy again; nothing was changed",
                    e);
        }
    }

    /** A release that was taken back is not kept. */
    private List<NodeTimes> rolled(Fleet fleet, RollRecord plan, Map<String, Release> releases) {
        try {
            return new Roll(home, fleet).run(plan, releases, WATCH_A_RELEASE);
        } catch (Failure e) {
            boolean needed = history.kept().contains(plan.to())
                    || plan.to().equals(plan.from())
                    || fleet.nodes().stream().anyMatch(node -> node.release().equals(plan.to()));
            if (!needed) {
                Folders.remove(
                        Release.recorded(plan.to(), home).map(Release::folder).orElseThrow());
            }
            throw e;
        }
    }

    /** To the release before, or out of an interrupted deploy. No migration is taken back: the schema fits both. */
    public Done rollback() {
        ClusterState cluster = requireWhole();
        Optional<RollRecord> begun = RollRecord.read(home).filter(RollRecord::changesRelease);
        Release target = begun.map(this::wayOut).orElseGet(() -> history.before(cluster.release()));
        Fleet fleet = new Fleet(home, project);
        Map<String, Release> other =
                nodes(fleet, node -> !(node.alive() && node.release().equals(target.name())), target);
        List<NodeTimes> times = new Roll(home, fleet)
                .run(Roll.plan("rollback", cluster.release(), target.name()), other, WATCH_A_RESTART);
        fleet.onRelease(target);
        history.wentBackTo(target.name());
        RollRecord.remove(home);
        prune(fleet);
        return new Done(target.name(), times);
    }

    /** @param name the node; empty: all of them, one after the other */
    public Done restart(Optional<String> name) {
        ClusterState cluster = requireWhole();
        name.ifPresent(wanted -> requireNode(cluster, wanted));
        Fleet fleet = new Fleet(home, project);
        Map<String, Release> releases = new TreeMap<>();
        for (Machine node : cluster.nodes()) {
            if (name.isEmpty() || name.get().equals(node.name())) {
                releases.put(node.name(), Release.recorded(node.release(), home).orElseGet(fleet::release));
            }
        }
        RollRecord plan = Roll.plan("restart", cluster.release(), cluster.release());
        return new Done(cluster.release(), new Roll(home, fleet).run(plan, releases, WATCH_A_RESTART));
    }

    private Release wayOut(RollRecord begun) {
        String name = begun.command().equals("rollback") ? begun.to() : begun.from();
        return Release.recorded(name, home)
                .orElseThrow(() -> new Failure("the release " + name + " has gone", "deploy its EAR"));
    }

    /** Where an interrupted roll left a node down, this one goes on; else a cluster with a hole is no place to make another. */
    private ClusterState requireWhole() {
        ClusterState cluster = home.cluster();
        boolean interrupted = RollRecord.read(home).isPresent();
        List<String> down = cluster.machines().stream()
                .filter(machine -> machine.role().sells() && !machine.alive())
                .filter(machine -> !interrupted || !cluster.nodes().contains(machine))
                .map(Machine::name)
                .toList();
        if (!down.isEmpty() || cluster.liveNodes().isEmpty()) {
            throw new Failure("the cluster is not whole: " + down + " does not run", "run './arcade up' first");
        }
        return cluster;
    }

    private static void requireNode(ClusterState cluster, String name) {
        if (cluster.nodes().stream().noneMatch(node -> node.name().equals(name))) {
            throw Failure.usage(
                    cluster.find(name).isPresent() ? name + " is no node" : "no node is called '" + name + "'",
                    "name one of "
                            + String.join(
                                    ", ",
                                    cluster.nodes().stream().map(Machine::name).toList()));
        }
    }

    private void migrate(ClusterState cluster, Release release) {
        Migrations migrations = new Migrations(cluster.database(), home.secrets(), release.migrations());
        ExpandOnly rule = new ExpandOnly(others(cluster));
        migrations.newScripts().forEach(rule::require);
        int applied = migrations.apply();
        if (applied > 0) {
            Console.step("migrated the schema: " + applied + " scripts; the release before runs on it, too");
        }
    }

    /** The scripts of every release that runs or that one could go back to. */
    private List<Path> others(ClusterState cluster) {
        return Stream.concat(
                        history.kept().stream(),
                        Stream.concat(
                                Stream.of(cluster.release()),
                                cluster.liveNodes().stream().map(Machine::release)))
                .distinct()
                .flatMap(name -> Release.recorded(name, home).stream())
                .map(Release::migrations)
                .toList();
    }

    private void settle(Fleet fleet, Release release, String from) {
        fleet.onRelease(release);
        history.became(release.name(), from);
        RollRecord.remove(home);
        prune(fleet);
    }

    private void prune(Fleet fleet) {
        history.prune(new TreeSet<>(fleet.nodes().stream().map(Machine::release).toList()));
    }

    private static Map<String, Release> nodes(Fleet fleet, Predicate<Machine> wanted, Release release) {
        Map<String, Release> releases = new TreeMap<>();
        fleet.nodes().stream().filter(wanted).forEach(node -> releases.put(node.name(), release));
        return releases;
    }
}

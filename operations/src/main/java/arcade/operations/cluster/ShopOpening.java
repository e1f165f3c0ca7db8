package arcade.operations.cluster;

import arcade.operations.catalogue.Demonstration;
import arcade.operations.home.ClusterState;
import arcade.operations.home.Console;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Project;
import arcade.operations.http.NodeClient;
import arcade.operations.process.Waiting;
import arcade.operations.topology.Topology;
import java.time.Duration;

/** The last steps before a purchase is possible: goods on the shelves, a till, an open door. */
final class ShopOpening {
    private static final Duration TILL_WITHIN = Duration.ofSeconds(30);
    private static final Duration DOOR_WITHIN = Duration.ofSeconds(30);

    private static final String FIRST_SHOP = "arcade.localhost";

    private final Home home;
    private final Project project;
    private final ClusterState cluster;
    private final Topology topology;

    ShopOpening(Home home, Project project, ClusterState cluster, Topology topology) {
        this.home = home;
        this.topology = topology;
        this.project = project;
        this.cluster = cluster;
    }

    void complete() {
        if (!cluster.production()) {
            fillShelves();
        }
        new FirstAccount(home, topology).make();
        if (!Waiting.until(
                TILL_WITHIN, () -> TillLease.read(home).filter(TillLease::alive).isPresent())) {
            throw Failure.degraded(
                    "no node took the till within " + TILL_WITHIN.toSeconds() + " s: orders wait, nothing is lost",
                    "read the nodes' logs in " + home.log("node1").getParent() + " for 'arcade.till'");
        }
        FrontDoor door = new FrontDoor(cluster.door());
        if (!Waiting.until(DOOR_WITHIN, () -> door.opens(FIRST_SHOP))) {
            throw Failure.degraded(
                    "no page of " + FIRST_SHOP + " is shown: " + door.answer(),
                    "read " + home.log(cluster.door().name()));
        }
    }

    private void fillShelves() {
        Demonstration demonstration = new Demonstration(home, project);
        if (!demonstration.isWanted()) {
            return;
        }
        Console.step("loading the demonstration catalogue");
        try {
            demonstration.load(NodeClient.ofAnyLiveNode(home));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted while the catalogue was loaded", "run './arcade up' again", e);
        }
    }
}

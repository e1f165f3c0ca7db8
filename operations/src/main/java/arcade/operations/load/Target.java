package arcade.operations.load;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Failure;
import arcade.operations.home.Machine;
import arcade.operations.process.Reach;
import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A shop as a shopper reaches it: the name is asked for, the address is connected to. Names under {@code .localhost}
 * are not known to every resolver.
 *
 * @param address {@code http://127.0.0.1:8080}, without a slash at the end
 * @param host {@code arcade.localhost:8080}
 * @param neighbours addresses of namespaces of this machine: the shop's, and the gateway's page
 */
record Target(String address, String host, Set<String> neighbours) {
    Target(String address, String host) {
        this(address, host, Set.of());
    }

    /** A shop of this cluster, by its door or at one node. @throws Failure when that is not on this machine */
    static Target of(ClusterState cluster, Machine machine, String store) {
        if (!onThisMachine(machine)) {
            throw new Failure(
                    machine.name() + " is at " + machine.address() + ", not on this machine",
                    "run the load on that machine");
        }
        return new Target(
                machine.url(),
                cluster.shopHost(store),
                cluster.machines().stream()
                        .filter(Target::onThisMachine)
                        .map(Machine::address)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    static boolean onThisMachine(Machine machine) {
        return machine.reach().kind() == Reach.Kind.NAMESPACE || Here.isThisMachine(machine.address());
    }

    /** Load is made on this machine only. */
    boolean mayGo(URI uri) {
        return uri.getHost() != null && (neighbours.contains(uri.getHost()) || Here.isThisMachine(uri.getHost()));
    }

    URI at(String path) {
        return URI.create(address + path);
    }

    String origin() {
        return "http://" + host;
    }

    /** Where a link or a redirect leads: the shop by its name is the shop at this address. */
    URI resolve(URI from, String link) {
        return link.startsWith(origin() + "/") ? at(link.substring(origin().length())) : from.resolve(link);
    }

    boolean holds(URI uri) {
        return (uri.getScheme() + "://" + uri.getAuthority()).equals(address);
    }
}

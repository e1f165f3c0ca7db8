package arcade.operations.lab;

import arcade.operations.home.Console;
import arcade.operations.home.Failure;
import arcade.operations.process.Reach;
import arcade.operations.process.SystemPackages;
import arcade.operations.process.Tool;
import arcade.operations.topology.Host;
import arcade.operations.topology.Networks;
import arcade.operations.topology.Topology;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The hosts of a laboratory and their cables: a namespace for each, a bridge for each network. The router's host is plugged into
 * both and is the private hosts' way out; nothing comes in by it. The operator's host is this machine, on the private network.
 */
public final class LabNetwork {
    /** An interface's name has at most 15 characters. */
    private static final String INSIDE = "arcade-in";

    private static final String OUTSIDE = "arcade-out";
    private static final String PREFIX = "/24";

    private final Topology topology;
    private final Networks networks;

    /** @param topology one with networks */
    public LabNetwork(Topology topology) {
        this.topology = topology;
        this.networks = topology.networks();
    }

    /** The hosts that are namespaces. */
    List<Host> hosts() {
        return topology.hosts().values().stream()
                .filter(host -> host.reach().kind() == Reach.Kind.NAMESPACE)
                .toList();
    }

    /** The port of a host's cable at the bridge of a network. */
    static String port(Host host, boolean inside) {
        return "ar" + (inside ? "i-" : "o-") + host.name();
    }

    boolean isInside(String address) {
        return networkOf(networks.inside()).equals(networkOf(address));
    }

    /** Makes what is missing. @throws Failure without root, or where the kernel has no namespaces */
    public void make() {
        if (!"root".equals(System.getProperty("user.name"))) {
            throw new Failure("only root may make network namespaces", "run the same command as root");
        }
        SystemPackages.require(Map.of("ip", "iproute2", "nft", "nftables"));
        if (!Files.exists(Path.of("/sys/class/net", INSIDE))) {
            Console.step("making " + hosts().size() + " hosts on two networks, " + networks.inside() + " and "
                    + networks.outside());
            run(bridge(INSIDE) + bridge(OUTSIDE) + "ip addr add "
                    + topology.operator().address() + PREFIX + " dev " + INSIDE);
        }
        hosts().forEach(this::makeHost);
        run("ip route replace " + networks.outside() + " via "
                + topology.router().inside());
    }

    /** Takes all of it away; what was never made is fine. Processes there must have ended. */
    public void remove() {
        for (Host host : hosts()) {
            Reach.LOCAL.shell("ip netns delete " + host.reach().target());
        }
        for (String bridge : List.of(INSIDE, OUTSIDE)) {
            Reach.LOCAL.shell("ip link delete " + bridge);
        }
    }

    private void makeHost(Host host) {
        String name = host.reach().target();
        if (Files.exists(Path.of("/run/netns", name))) {
            return;
        }
        run("ip netns add " + name + "\nip -n " + name + " link set lo up");
        boolean router = host.equals(topology.router());
        if (router) {
            plug(host, true, host.inside());
            plug(host, false, host.address());
            run(host.reach(), "echo 1 >/proc/sys/net/ipv4/ip_forward");
        } else {
            plug(host, isInside(host.address()), host.address());
            if (isInside(host.address())) {
                run("ip -n " + name + " route add default via "
                        + topology.router().inside());
            }
        }
    }

    private void plug(Host host, boolean inside, String address) {
        String name = host.reach().target();
        String port = port(host, inside);
        String here = inside ? "inside" : "outside";
        run("ip link add " + port + " type veth peer name " + here + " netns " + name + "\nip link set " + port
                + " master " + (inside ? INSIDE : OUTSIDE) + " up\nip -n " + name + " link set " + here + " up\nip -n "
                + name + " addr add " + address + PREFIX + " dev " + here);
    }

    private static String bridge(String name) {
        return "ip link add " + name + " type bridge\nip link set " + name + " up\n";
    }

    private static String networkOf(String address) {
        return address.substring(0, address.lastIndexOf('.'));
    }

    private static void run(String script) {
        run(Reach.LOCAL, script);
    }

    private static void run(Reach reach, String script) {
        Tool made = reach.shell("set -e\n" + script);
        if (!made.succeeded()) {
            throw new Failure(
                    "the laboratory's network cannot be made: " + made.output().strip(),
                    "'./arcade lab down' takes away what a run before left; a container needs CAP_NET_ADMIN and CAP_SYS_ADMIN");
        }
    }
}

package arcade.operations.topology;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A topology as written, checked.
 *
 * @param networks of a laboratory; null: the hosts' networks are there already
 * @param operator the host the command runs on: what databases let in as administrator, and firewalls let through
 * @param router null: shoppers come straight to the only node
 * @param routerPort the port shoppers use; 0 means any free one
 * @param tlsPort the router's second port, for https; 0: none
 * @param limits of the router, for each address
 * @param replica where a second database follows the first
 * @param gateway the host of the payment sandbox; null when {@code gatewayUrl} names a real gateway
 * @param gatewayUrl address of the real gateway; null with the sandbox
 * @param mail the server that takes the shop's mail; null: the sandbox catches it, and without one none is sent
 * @param admin the host of the admin console; null: none is started
 * @param backoffice where staff comes in
 * @param media where the pictures lie
 * @param nodeHeapMegabytes the greatest heap of each node's JVM
 */
public record Topology(
        Path file,
        boolean production,
        Networks networks,
        Map<String, Host> hosts,
        Host operator,
        Host router,
        int routerPort,
        int tlsPort,
        Limits limits,
        Host database,
        Optional<Host> replica,
        Host gateway,
        String gatewayUrl,
        MailRelay mail,
        Host admin,
        Backoffice backoffice,
        MediaPlace media,
        int nodeHeapMegabytes,
        List<NodePlan> nodes) {

    public static final int MOST_NODES = 16;

    /** The same with another number of nodes: the first ones, or more made after the last. */
    public Topology withNodes(int count) {
        List<NodePlan> chosen = new ArrayList<>(nodes.subList(0, Math.min(count, nodes.size())));
        for (int number = chosen.size() + 1; number <= count; number++) {
            chosen.add(nodes.get(nodes.size() - 1).renamed("node" + number));
        }
        return with(routerPort, List.copyOf(chosen), admin);
    }

    public Topology withRouterPort(int port) {
        return with(port, nodes, admin);
    }

    public Topology withoutConsole() {
        return with(routerPort, nodes, null);
    }

    private Topology with(int port, List<NodePlan> chosen, Host console) {
        return new Topology(
                file,
                production,
                networks,
                hosts,
                operator,
                router,
                port,
                tlsPort,
                limits,
                database,
                replica,
                gateway,
                gatewayUrl,
                mail,
                console,
                backoffice,
                media,
                nodeHeapMegabytes,
                chosen);
    }

    /** All members of the grid on this one host: then backups must be allowed to stay on it. */
    public boolean oneHost() {
        return nodes.stream().map(NodePlan::host).distinct().count() == 1;
    }
}

package arcade.operations.home;

import arcade.operations.process.ProcessMark;
import arcade.operations.process.Reach;
import java.util.List;
import java.util.Map;

/**
 * A machine as it was started last. Ports are chosen at the first start and stay.
 *
 * @param name node1, database, database2, gateway, router …
 * @param host the host of the topology it runs on
 * @param address the IP address the others reach it at
 * @param reach how programs are run on that host
 * @param ports by purpose: a node has {@code http} and {@code grid}; the database {@code sql}; the gateway {@code http}
 *     and {@code control}; the router {@code http}
 *     and, for staff, {@code backoffice}
 * @param roles of a node: storefront, backoffice, jobs, till; else empty
 * @param process null while it was never started or was stopped by {@code down}
 * @param release of a node: the release its process was started with; else empty
 */
public record Machine(
        String name,
        Role role,
        String host,
        String address,
        Reach reach,
        Map<String, Integer> ports,
        List<String> roles,
        ProcessMark process,
        String release) {

    public Machine {
        // As clusters were recorded that knew this machine only.
        reach = reach == null ? Reach.LOCAL : reach;
    }

    /** On this machine. */
    public Machine(
            String name,
            Role role,
            String host,
            String address,
            Map<String, Integer> ports,
            List<String> roles,
            ProcessMark process,
            String release) {
        this(name, role, host, address, Reach.LOCAL, ports, roles, process, release);
    }

    public boolean alive() {
        return process != null && process.alive();
    }

    /** @throws IllegalArgumentException when this machine has no such port */
    public int port(String purpose) {
        Integer port = ports.get(purpose);
        if (port == null) {
            throw new IllegalArgumentException(name + " has no port " + purpose + ", only " + ports.keySet());
        }
        return port;
    }

    /** {@code http://address:port} of its {@code http} port, without a slash at the end. */
    public String url() {
        return "http://" + address + ":" + port("http");
    }

    public Machine as(Role other) {
        return new Machine(name, other, host, address, reach, ports, roles, process, release);
    }

    public Machine startedAs(ProcessMark started, String ofRelease) {
        return new Machine(name, role, host, address, reach, ports, roles, started, ofRelease);
    }

    public Machine stopped() {
        return new Machine(name, role, host, address, reach, ports, roles, null, release);
    }
}

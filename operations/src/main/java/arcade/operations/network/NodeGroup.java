package arcade.operations.network;

import arcade.operations.home.Machine;
import arcade.operations.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The group id a node's process runs under, by which the packet filter tells its packets from those of all other processes at the
 * same address. It is the number of the node's grid port, which no other process of this machine has.
 */
public final class NodeGroup {
    private NodeGroup() {}

    public static int of(Machine node) {
        return node.port("grid");
    }

    /**
     * What goes before a node's command so that it runs under its group; empty where that is not allowed. The user stays the
     * same, and so does what it may read and write.
     */
    public static List<String> command(Machine node) {
        if (!"root".equals(System.getProperty("user.name"))
                || Tool.find("setpriv").isEmpty()) {
            return List.of();
        }
        List<String> command = List.of("setpriv", "--regid", Integer.toString(of(node)), "--clear-groups");
        // A container may have no such group id to give.
        return Tool.run("setpriv", "--regid", command.get(2), "--clear-groups", "true")
                        .succeeded()
                ? command
                : List.of();
    }

    /** Whether the process that runs now was started under its group. */
    static boolean holds(Machine node) {
        try (var lines = Files.lines(
                Path.of("/proc", Long.toString(node.process().pid()), "status"),
                java.nio.charset.StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith("Gid:"))
                    .allMatch(line -> line.split("\\s+")[1].equals(Integer.toString(of(node))));
        } catch (IOException | java.io.UncheckedIOException e) {
            return false;
        }
    }
}

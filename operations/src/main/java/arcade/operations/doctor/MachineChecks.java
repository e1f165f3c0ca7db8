package arcade.operations.doctor;

import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.process.Ports;
import arcade.operations.process.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What any cluster needs of this machine. */
final class MachineChecks {
    private static final int NEEDED_JAVA = 17;
    /** Binaries, runtime, class data, a release and room for data. */
    private static final long NEEDED_BYTES = 2L << 30;

    private static final int DEFAULT_PORT = 8080;

    private final Home home;

    MachineChecks(Home home) {
        this.home = home;
    }

    List<Finding> java() {
        List<Finding> findings = new ArrayList<>();
        if (Runtime.version().feature() < NEEDED_JAVA) {
            findings.add(new Finding(
                    "this is Java " + Runtime.version() + ", Arcade needs " + NEEDED_JAVA,
                    "set JAVA_HOME to a newer JDK"));
        }
        for (String tool : List.of("javac", "jcmd")) {
            if (!Files.isExecutable(Path.of(System.getProperty("java.home"), "bin", tool))) {
                findings.add(new Finding(
                        System.getProperty("java.home") + " has no " + tool,
                        "install the whole JDK (Debian: openjdk-17-jdk-headless)"));
            }
        }
        return findings;
    }

    List<Finding> packages() {
        List<Finding> findings = new ArrayList<>();
        for (String program : List.of("haproxy", "setsid", "kill")) {
            if (Tool.find(program).isEmpty()) {
                findings.add(new Finding(
                        program + " is missing",
                        program.equals("haproxy")
                                ? "on Debian 'apt-get install -y haproxy'; as root './arcade up' does it itself"
                                : "install the package util-linux"));
            }
        }
        return findings;
    }

    List<Finding> disk() {
        try {
            Path folder = home.path("lock").getParent();
            long free = Files.getFileStore(folder).getUsableSpace();
            return free >= NEEDED_BYTES
                    ? List.of()
                    : List.of(new Finding(
                            (free >> 20) + " MB are free under " + folder + ", 2048 are needed",
                            "free some, or name a folder elsewhere with --home"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at the disk of " + home.folder(), e);
        }
    }

    List<Finding> defaultPort() {
        return taken("127.0.0.1", DEFAULT_PORT, "the router");
    }

    /** A finding when the port is held by somebody. */
    static List<Finding> taken(String address, int port, String use) {
        try {
            Ports.requireFree(address, port, use, "stop that process, or choose another with --router-port");
            return List.of();
        } catch (Failure taken) {
            return List.of(new Finding(taken.getMessage(), taken.cure()));
        }
    }
}

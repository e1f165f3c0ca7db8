package arcade.operations.node;

import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The file {@code failpoints} of a home: {@code node1=captured-unrecorded:0.05}, a line each. A node is started with the
 * line that names it, and dies by its own hand at that place. Written by proofs alone; a production topology never reads it.
 */
public final class Failpoints {
    private final Path file;

    public Failpoints(Home home) {
        this.file = home.folder().resolve("failpoints");
    }

    /** What this node is to be armed with, {@code name[:probability]}. */
    public Optional<String> of(String node) {
        return Optional.ofNullable(read().get(node));
    }

    /** From its next start on the node dies there. */
    public synchronized void arm(String node, String failpoint) {
        Map<String, String> armed = read();
        armed.put(node, failpoint);
        write(armed);
    }

    public synchronized void disarm(String node) {
        Map<String, String> armed = read();
        if (armed.remove(node) != null) {
            write(armed);
        }
    }

    /** No node is armed at its next start; one that runs stays as it was started. */
    public synchronized void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + file, e);
        }
    }

    private Map<String, String> read() {
        if (!Files.exists(file)) {
            return new TreeMap<>();
        }
        try {
            Map<String, String> armed = new TreeMap<>();
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.strip().split("=", 2);
                    if (parts.length != 2) {
                        throw new Failure(file + " has a line that is no node=failpoint: " + line, "remove the file");
                    }
                    armed.put(parts[0].strip(), parts[1].strip());
                }
            }
            return armed;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private void write(Map<String, String> armed) {
        List<String> lines = armed.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}

package arcade.operations.process;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who listens on a port, read from {@code /proc}. Processes of other users can be looked into by root only.
 */
record PortHolder(long pid, String name) {
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final String LISTENING = "0A";

    static Optional<PortHolder> of(int port) {
        return Stream.of("tcp", "tcp6")
                .flatMap(table -> listeningInode(Path.of("/proc/net", table), port).stream())
                .flatMap(inode -> processWith("socket:[" + inode + "]").stream())
                .findFirst();
    }

    @Override
    public String toString() {
        return "'" + name + "' (process " + pid + ")";
    }

    private static Optional<String> listeningInode(Path table, int port) {
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        return lines(table).stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length > INODE && fields[STATE].equals(LISTENING))
                .filter(fields -> fields[LOCAL_ADDRESS].endsWith(suffix))
                .map(fields -> fields[INODE])
                .findFirst();
    }

    private static Optional<PortHolder> processWith(String socket) {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                if (holds(process, socket)) {
                    long pid = Long.parseLong(process.getFileName().toString());
                    return Optional.of(new PortHolder(
                            pid,
                            lines(process.resolve("comm")).stream().findFirst().orElse("?")));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean holds(Path process, String socket) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                if (pointsAt(descriptor, socket)) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return false;
        }
        return false;
    }

    private static boolean pointsAt(Path descriptor, String socket) {
        try {
            return Files.readSymbolicLink(descriptor).toString().equals(socket);
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}

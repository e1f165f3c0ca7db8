package arcade.operations.node;

import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which releases a home was brought to, the present one last: {@code releases/history}, a name a line. Empty until the first
 * deploy: what {@code up} starts from the build is no decision of an operator.
 */
public final class ReleaseHistory {
    /** The present one and two to go back to. */
    public static final int KEPT = 3;

    private final Home home;
    private final Path file;

    public ReleaseHistory(Home home) {
        this.home = home;
        this.file = home.path("releases", "history");
    }

    public List<String> names() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The release an operator brought last, if it is still there. */
    public Optional<Release> chosen() {
        List<String> names = names();
        return names.isEmpty() ? Optional.empty() : Release.recorded(names.get(names.size() - 1), home);
    }

    /** @throws Failure when there is none, or its folder has gone */
    public Release before(String present) {
        List<String> names = new ArrayList<>(names());
        int place = names.lastIndexOf(present);
        if (place < 1) {
            throw new Failure(
                    "there is no release before " + present,
                    "name one: './arcade deploy FILE.ear'; only what was deployed is remembered");
        }
        String before = names.get(place - 1);
        return Release.recorded(before, home)
                .orElseThrow(() ->
                        new Failure("the release " + before + " has gone from " + file.getParent(), "deploy its EAR"));
    }

    /**
     * This release is the present one from now on, and the one it came after stands before it.
     *
     * @param after remembered, too, when it is not yet
     */
    public void became(String present, String after) {
        List<String> names = new ArrayList<>(names());
        if (!after.isEmpty() && !names.contains(after)) {
            names.add(after);
        }
        names.remove(present);
        names.add(present);
        write(names);
    }

    /** What came after this release is forgotten: it is the present one again. */
    public void wentBackTo(String present) {
        List<String> names = names();
        write(names.subList(0, names.lastIndexOf(present) + 1));
    }

    /** Releases one can go back to, and the present one. */
    public List<String> kept() {
        List<String> names = names();
        return names.subList(Math.max(0, names.size() - KEPT), names.size());
    }

    /** Removes the folders of all but the last three and of what still runs, and what a command that died left there. */
    public void prune(Collection<String> running) {
        List<String> kept = kept();
        write(kept);
        try (Stream<Path> folders = Files.list(file.getParent())) {
            folders.filter(folder -> !folder.equals(file))
                    .filter(folder -> !kept.contains(folder.getFileName().toString()))
                    .filter(folder -> !running.contains(folder.getFileName().toString()))
                    .toList()
                    .forEach(Folders::remove);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + file.getParent(), e);
        }
    }

    private void write(List<String> names) {
        Path next = file.resolveSibling("history.next");
        try {
            Files.write(next, names);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}

package arcade.operations.node;

import arcade.operations.home.Home;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A roll that is under way, in the home's {@code roll.json}: there from its first step at a node to its end. Found without a command
 * that holds the lock, it was interrupted.
 *
 * @param command deploy, rollback or restart
 * @param from the release that ran before
 * @param to the release that the nodes get
 * @param node the node that is being rolled
 */
public record RollRecord(String command, String from, String to, String begun, String node) {
    private static final Gson JSON = new GsonBuilder().setPrettyPrinting().create();

    public RollRecord at(String next) {
        return new RollRecord(command, from, to, begun, next);
    }

    public static Optional<RollRecord> read(Home home) {
        Path file = file(home);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.fromJson(Files.readString(file), RollRecord.class));
        } catch (IOException | JsonParseException e) {
            return Optional.empty();
        }
    }

    public void write(Home home) {
        Path next = home.path("roll.json.next");
        try {
            Files.writeString(next, JSON.toJson(this));
            Files.move(next, file(home), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file(home), e);
        }
    }

    public static void remove(Home home) {
        try {
            Files.deleteIfExists(file(home));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + file(home), e);
        }
    }

    /** A rolled restart brings no other release. */
    public boolean changesRelease() {
        return !from.equals(to);
    }

    private static Path file(Home home) {
        return home.folder().resolve("roll.json");
    }
}

package arcade.operations.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/** Where a unix socket may lie: the kernel takes no path longer than 107 bytes. */
public final class SocketPath {
    private static final int LONGEST = 107;

    private SocketPath() {}

    /** {@code run/<name>.sock} in the home or, when that is too long, in a private folder named after the home. */
    public static Path in(Home home, String name) {
        Path near = home.path("run", name + ".sock");
        if (near.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            return near;
        }
        String key = UUID.nameUUIDFromBytes(home.folder().toString().getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "arcade-" + key);
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder, e);
        }
        return folder.resolve(name + ".sock");
    }
}

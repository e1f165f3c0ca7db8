package arcade.operations.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** Secrets of one home: a file each (mode 600), random, made when first asked for. */
public final class Secrets {
    /** Passwords of the database users root, arcade, arcade_audit, arcade_report and arcade_replica. */
    public static final String DATABASE_ROOT = "database.root.password";

    public static final String DATABASE_SHOP = "database.arcade.password";
    public static final String DATABASE_AUDIT = "database.arcade_audit.password";
    public static final String DATABASE_REPORT = "database.arcade_report.password";
    public static final String DATABASE_REPLICA = "database.arcade_replica.password";

    /** Of the user {@code admin} of the admin console. */
    public static final String CONSOLE_PASSWORD = "admin.console.password";

    /** Of the first account of the back office, until it is changed at the first sign-in. */
    public static final String FIRST_PASSWORD = "backoffice.first.password";

    /** Also read by the nodes, under these names. */
    public static final String GATEWAY_KEY = "arcade.gateway.key";

    public static final String WEBHOOK_SECRET = "arcade.gateway.webhook.secret";
    public static final String CSRF_KEY = "arcade.csrf.key";
    public static final String BACKOFFICE_KEY = "arcade.backoffice.key";
    public static final String OPERATOR_TOKEN = "arcade.operator.token";

    private static final int RANDOM_BYTES = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path folder;

    Secrets(Path folder) {
        this.folder = folder;
    }

    /** What the nodes may read: a folder with the application's keys only. */
    public Path nodeFolder() {
        nodeKey(GATEWAY_KEY);
        nodeKey(WEBHOOK_SECRET);
        nodeKey(CSRF_KEY);
        nodeKey(BACKOFFICE_KEY);
        nodeKey(OPERATOR_TOKEN);
        return folder.resolve("node");
    }

    public String databasePassword(String key) {
        return read(folder.resolve(key), "");
    }

    /** A secret that no node reads. */
    public String own(String key) {
        return read(folder.resolve(key), "");
    }

    /** Where that secret lies. */
    public Path file(String key) {
        return folder.resolve(key);
    }

    /** {@code sk_test_…} of the sandbox gateway, and the key the till calls it with. */
    public String gatewayKey() {
        return nodeKey(GATEWAY_KEY);
    }

    public String webhookSecret() {
        return nodeKey(WEBHOOK_SECRET);
    }

    /** A real gateway's key and secret are given, not made. @throws Failure naming the file that is missing */
    public void requireGatewayKeys() {
        for (String key : List.of(GATEWAY_KEY, WEBHOOK_SECRET)) {
            Path file = folder.resolve("node").resolve(key);
            if (!Files.exists(file)) {
                throw new Failure(
                        "the topology names a real gateway, and " + file + " is missing",
                        "put the gateway's " + (key.equals(GATEWAY_KEY) ? "secret key" : "webhook signing secret")
                                + " into that file, mode 600");
            }
        }
    }

    /**
     * A secret that only people know: nobody can make it up.
     *
     * @param why it is needed
     * @throws Failure naming the file that is missing
     */
    public void requireGiven(String key, String why) {
        Path file = folder.resolve("node").resolve(key);
        if (!Files.exists(file)) {
            throw new Failure(why + ", and " + file + " is missing", "put it into that file, mode 600");
        }
    }

    /** The bearer token of {@code /internal} calls. */
    public String operatorToken() {
        return nodeKey(OPERATOR_TOKEN);
    }

    /**
     * What members of the grid must know to join, beside an address that the firewall lets through. It is the grid's name, because
     * that is all that this edition of Hazelcast asks for; it is in no command line.
     */
    public String gridName(String cluster) {
        return cluster + "-" + read(folder.resolve("grid.key"), "");
    }

    private String nodeKey(String key) {
        return read(folder.resolve("node").resolve(key), prefix(key));
    }

    private static String prefix(String key) {
        return switch (key) {
            case GATEWAY_KEY -> "sk_test_";
            case WEBHOOK_SECRET -> "whsec_";
            default -> "";
        };
    }

    private static synchronized String read(Path file, String prefix) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwx------"));
                Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
                Files.writeString(file, prefix + random());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or make the secret " + file, e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes)
                .replace('-', 'x')
                .replace('_', 'y');
    }
}

package arcade.operations.database;

import arcade.operations.home.Failure;
import arcade.operations.home.Machine;
import arcade.operations.home.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.output.ValidateOutput;

/** The schema of a release, in its three groups, each with a history of its own. */
public final class Migrations {
    private static final List<String> GROUPS = List.of("store", "cart", "trade");
    /** Held, or the level would be forgotten with the logger. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private final Access access;
    private final Path scripts;

    /** @param scripts the release's {@code db} folder */
    public Migrations(Machine database, Secrets secrets, Path scripts) {
        this.access = new Access(database, secrets);
        this.scripts = scripts;
        FLYWAY.setLevel(Level.SEVERE);
    }

    /** Applies what is pending, then lets the auditor read the audit views. Returns how many scripts were applied. */
    public int apply() {
        try {
            int applied = groups().mapToInt(group -> flyway(group).migrate().migrationsExecuted)
                    .sum();
            grantAudit();
            return applied;
        } catch (FlywayException e) {
            throw new Failure(
                    "a migration failed: " + e.getMessage(),
                    "repair the script it names and run the same command again (nothing after it was applied); if it is a development database, './arcade down --purge' begins a new one",
                    e);
        }
    }

    /** How many scripts of the release the database has not seen. */
    public int pending() {
        return groups().mapToInt(group -> flyway(group).info().pending().length).sum();
    }

    /**
     * The scripts that {@link #apply} would apply, in their order.
     *
     * @throws Failure when a script that was applied reads otherwise now
     */
    public List<Path> newScripts() {
        List<Path> scripts = new ArrayList<>();
        groups().forEach(group -> {
            Flyway flyway = flyway(group);
            requireUnchanged(flyway, group);
            Stream.of(flyway.info().pending())
                    .map(MigrationInfo::getPhysicalLocation)
                    .map(Path::of)
                    .forEach(scripts::add);
        });
        return scripts;
    }

    private static void requireUnchanged(Flyway flyway, String group) {
        for (ValidateOutput problem : flyway.validateWithResult().invalidMigrations) {
            if (problem.errorDetails.errorCode == CoreErrorCode.CHECKSUM_MISMATCH) {
                throw new Failure(
                        "the script " + group + "/V" + problem.version + "__"
                                + problem.description.replace(' ', '_')
                                + ".sql was applied to this database and reads otherwise in this release",
                        "leave an applied script as it was; put the change into a new one");
            }
        }
    }

    private Stream<String> groups() {
        return GROUPS.stream().filter(group -> Files.isDirectory(scripts.resolve(group)));
    }

    private Flyway flyway(String group) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(access.url(), "root", access.rootPassword())
                .locations("filesystem:" + scripts.resolve(group))
                .table("flyway_" + group)
                // The three groups share one database: for the second it is not empty, and that is right.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                // A release that was gone back from left scripts that this one does not know, perhaps between its own.
                .ignoreMigrationPatterns("*:missing", "*:future", "*:pending")
                .outOfOrder(true)
                .load();
    }

    private void grantAudit() {
        try (Connection connection = access.asRoot()) {
            AuditViews.grant(connection);
        } catch (SQLException e) {
            throw new Failure("cannot grant the audit views: " + e.getMessage(), "see './arcade doctor'", e);
        }
    }
}

package arcade.operations.replication;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What the primary writes down about itself four times a second, so that it can be told after its death whether the replica
 * had everything it acknowledged.
 *
 * <p>{@code witness} replicates. Its {@code proven_at} is a moment of which the primary knows: everything written before it was
 * confirmed by the replica, and semi-synchronous replication was on. A commit waits two seconds for the replica before it
 * is acknowledged without it; so nothing can have been acknowledged alone until two seconds after {@code proven_at}.
 *
 * <p>{@code alive} does not replicate and waits for nobody: a table of a storage engine that writes each change to its file at
 * once. The file's age shows until when the server lived.
 *
 * <p>Both are events of the server itself, kept out of the binary log, so that they run exactly as long as it does; where it
 * does not lead they do nothing.
 */
final class Witness {
    /** {@code rpl_semi_sync_master_timeout} in domain-config/mariadb/server.cnf. */
    static final long ALONE_AFTER_MILLIS = 2_000;

    private static final String NO_TIMES =
            "(SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME = 'RPL_SEMI_SYNC_MASTER_NO_TIMES')";
    private static final String STATUS =
            "(SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME = 'RPL_SEMI_SYNC_MASTER_STATUS')";

    private static final String TABLE = "CREATE TABLE IF NOT EXISTS replication.witness ("
            + "id INT PRIMARY KEY, at DATETIME(6) NULL, proven_at DATETIME(6) NULL) ENGINE = InnoDB";
    private static final String ROW = "INSERT IGNORE INTO replication.witness (id) VALUES (1)";
    private static final String ALIVE_TABLE =
            "CREATE TABLE IF NOT EXISTS replication.alive (at DATETIME(6) NOT NULL) ENGINE = MyISAM";
    private static final String ALIVE_ROW = "INSERT INTO replication.alive SELECT SYSDATE(6) FROM DUAL"
            + " WHERE NOT EXISTS (SELECT 1 FROM replication.alive)";

    // SYSDATE, not NOW: the clock at that line. The update's own commit returns only once the replica has it and all
    // before
    // it; that the counter of give-ups stood still shows that it did not return alone.
    private static final String WITNESS = """
            CREATE OR REPLACE EVENT replication.witness ON SCHEDULE EVERY 1 SECOND DO
            BEGIN
              DECLARE begun DATETIME(6);
              DECLARE proven DATETIME(6);
              DECLARE gave_up BIGINT;
              IF GET_LOCK('replication.witness', 0) = 1 THEN
                WHILE @@GLOBAL.read_only = 0 DO
                  SET begun = SYSDATE(6);
                  SET gave_up = %1$s;
                  UPDATE replication.witness SET at = begun, proven_at = COALESCE(proven, proven_at);
                  IF %2$s = 'ON' AND %1$s = gave_up THEN
                    SET proven = begun;
                  END IF;
                  DO SLEEP(0.25);
                END WHILE;
                DO RELEASE_LOCK('replication.witness');
              END IF;
            END""".formatted(NO_TIMES, STATUS);

    private static final String ALIVE = """
            CREATE OR REPLACE EVENT replication.alive ON SCHEDULE EVERY 1 SECOND DO
            BEGIN
              SET SESSION sql_log_bin = 0;
              IF GET_LOCK('replication.alive', 0) = 1 THEN
                WHILE @@GLOBAL.read_only = 0 DO
                  UPDATE replication.alive SET at = SYSDATE(6);
                  DO SLEEP(0.1);
                END WHILE;
                DO RELEASE_LOCK('replication.alive');
              END IF;
            END""";

    private Witness() {}

    /** The table that replicates: on the primary, before a replica is filled. */
    static void installTable(DatabasePeer primary) {
        primary.run("CREATE DATABASE IF NOT EXISTS replication");
        primary.run(TABLE);
        primary.run(ROW);
    }

    /** What is each server's own. */
    static void installEvents(DatabasePeer peer) {
        peer.run("SET SESSION sql_log_bin = 0");
        for (String statement : java.util.List.of(
                "CREATE DATABASE IF NOT EXISTS replication", ALIVE_TABLE, ALIVE_ROW, WITNESS, ALIVE)) {
            peer.run(statement);
        }
        peer.run("SET SESSION sql_log_bin = 1");
    }

    /** By the primary's clock; empty when it was never proven. */
    static Optional<LocalDateTime> provenAt(DatabasePeer replica) {
        return replica.ask("SELECT proven_at FROM replication.witness", row -> row.getObject(1, LocalDateTime.class));
    }

    /** Seconds since the primary wrote the last that the replica has applied, at most a quarter too many; by both clocks. */
    static Optional<Double> lagSeconds(DatabasePeer replica) {
        return replica.ask(
                "SELECT GREATEST(0, TIMESTAMPDIFF(MICROSECOND, at, SYSDATE(6))) / 1000000 FROM replication.witness"
                        + " WHERE at IS NOT NULL",
                row -> row.getDouble(1));
    }
}

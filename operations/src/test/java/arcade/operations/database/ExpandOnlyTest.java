package arcade.operations.database;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.operations.home.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpandOnlyTest {
    private static final Path SCRIPTS = Path.of("../ejb-module/src/main/resources/db");

    @TempDir
    private Path releases;

    @Test
    void everyScriptOfThisRepositoryIs() throws IOException {
        try (Stream<Path> files = Files.walk(SCRIPTS)) {
            List<Path> scripts =
                    files.filter(file -> file.toString().endsWith(".sql")).toList();
            assertFalse(scripts.isEmpty(), "no scripts in " + SCRIPTS.toAbsolutePath());
            scripts.forEach(new ExpandOnly(List.of())::require);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE cart_line",
                "drop view audit_order",
                "/* tidy */ TRUNCATE cart",
                "DELETE FROM cart WHERE id < 7",
                "RENAME TABLE cart TO basket",
                "ALTER TABLE cart DROP COLUMN version",
                "ALTER TABLE `cart` ADD COLUMN a INT NULL, DROP version",
                "ALTER TABLE cart RENAME COLUMN version TO revision",
                "ALTER TABLE cart CHANGE version revision BIGINT",
                "ALTER TABLE cart MODIFY store_id INT NOT NULL",
                "ALTER TABLE cart ALTER COLUMN version SET DEFAULT 7",
                "ALTER TABLE cart ADD COLUMN owner BIGINT NOT NULL",
                "ALTER TABLE cart\n  ADD owner BIGINT\n  NOT NULL COMMENT 'no default'",
                "ALTER TABLE cart ADD CONSTRAINT few CHECK (version < 3)",
                "ALTER TABLE cart ADD UNIQUE KEY once (store_id)",
                "CREATE UNIQUE INDEX once ON cart (store_id)",
                "CREATE TABLE fine (id INT); ALTER TABLE cart DROP version"
            })
    void whatTheReleaseBeforeMayNeedStays(String sql) {
        Failure failure = assertThrows(Failure.class, () -> require(sql));

        assertTrue(failure.getMessage().startsWith("cart/V9__try.sql is not expand-only: "), failure.getMessage());
        assertTrue(failure.cure().contains("two releases") || failure.cure().contains("DEFAULT"), failure.cure());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE gift (id BIGINT NOT NULL PRIMARY KEY, note VARCHAR(20) NOT NULL)",
                "ALTER TABLE cart ADD COLUMN owner BIGINT NULL, ADD KEY cart_owner (owner)",
                "ALTER TABLE cart ADD COLUMN owner BIGINT NOT NULL DEFAULT 0",
                "ALTER TABLE cart ADD COLUMN price DECIMAL(10, 2) NOT NULL DEFAULT 0",
                "INSERT INTO note (text) VALUES ('DROP TABLE cart; really')",
                "-- DROP TABLE cart;\nCREATE INDEX cart_age ON cart (created_at)",
                "CREATE OR REPLACE VIEW audit_cart AS SELECT token FROM cart",
                "UPDATE cart SET version = 1 WHERE version IS NULL",
                "-- widens: 64 letters in place of 40\nALTER TABLE cart MODIFY code VARCHAR(64) NOT NULL"
            })
    void whatOnlyAddsPasses(String sql) {
        assertDoesNotThrow(() -> require(sql));
    }

    @Test
    void whatNoReleaseNeedsAnyMoreMayGo() throws IOException {
        Path first = release("0.1.0-aaaaaaaa", "V1__cart.sql");
        Path second = release("0.1.0-bbbbbbbb", "V1__cart.sql", "V7__no_version.sql");
        String sql = "-- contract: after V7: nobody reads it since\nALTER TABLE cart DROP COLUMN version";

        Failure failure = assertThrows(Failure.class, () -> require(sql, first, second));

        assertTrue(
                failure.getMessage().contains("0.1.0-aaaaaaaa, which runs or is kept, has no V7"),
                failure.getMessage());
        assertDoesNotThrow(() -> require(sql, second));
    }

    @Test
    void aMarkWithoutItsScriptOrReasonIsNone() {
        for (String mark :
                List.of("-- contract: it is old", "-- contract: after V7", "-- contract:", "-- widens: so")) {
            assertThrows(Failure.class, () -> require(mark + "\nALTER TABLE cart DROP COLUMN version"), mark);
        }
    }

    private static void require(String sql, Path... releases) {
        new ExpandOnly(List.of(releases)).require("cart", "V9__try.sql", sql);
    }

    private Path release(String name, String... scripts) throws IOException {
        Path group = Files.createDirectories(releases.resolve(name).resolve("db/cart"));
        for (String script : scripts) {
            Files.createFile(group.resolve(script));
        }
        return group.getParent();
    }
}

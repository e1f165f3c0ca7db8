package arcade.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.cluster.Leases;
import arcade.till.lease.Tenure;
import arcade.till.testing.TestTransactions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How long the till waits for its database, as a node is configured: a database that hangs must not hold up a takeover. */
class TillsDataSourceTest {
    private static final Path NODE = Path.of("..", "domain-config", "payara", "post-boot.asadmin");

    @Test
    void hangsUpBeforeItsTenureIsOver() throws IOException {
        long socket = limit("socketTimeout");

        assertTrue(socket < TimeUnit.NANOSECONDS.toMillis(Tenure.ACT_NANOS), socket + " ms");
        assertTrue(limit("connectTimeout") <= socket);
    }

    @Test
    void aTransactionWhoseNodeIsCutOffEndsWithTheLease() throws IOException {
        assertTrue(limit("idle_transaction_timeout") <= Leases.SECONDS);
        assertTrue(limit("innodb_lock_wait_timeout") * 1_000 < limit("socketTimeout"));
    }

    @Test
    void isWhatTheTestsUse() throws IOException {
        String tests = TestTransactions.LIMITS;

        for (String name :
                new String[] {"connectTimeout", "socketTimeout", "innodb_lock_wait_timeout", "idle_transaction_timeout"
                }) {
            assertEquals(limit(name), limit(name, tests), name);
        }
    }

    private static long limit(String name) throws IOException {
        String till = Files.readString(NODE)
                .lines()
                .filter(line -> line.startsWith("create-jdbc-connection-pool") && line.endsWith(" arcade-till"))
                .findFirst()
                .orElseThrow();
        return limit(name, till);
    }

    private static long limit(String name, String text) {
        Matcher found = Pattern.compile(name + "\\\\?=([0-9]+)").matcher(text);
        assertTrue(found.find(), () -> "no " + name + " in " + text);
        return Long.parseLong(found.group(1));
    }
}

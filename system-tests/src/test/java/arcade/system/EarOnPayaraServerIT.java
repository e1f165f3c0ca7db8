package arcade.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.system.harness.Answer;
import arcade.system.harness.Api;
import arcade.system.harness.Audit;
import arcade.system.harness.Cluster;
import arcade.system.harness.Machine;
import arcade.system.harness.OnTheCluster;
import arcade.system.harness.PayaraServer;
import arcade.system.harness.Waiting;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** One file, two servers: as a node's WAR on Payara Micro, and as it is on Payara Server, with its own till. */
@OnTheCluster
@Order(95)
class EarOnPayaraServerIT {
    private static final Duration PAID_WITHIN = Duration.ofSeconds(60);
    private static final int HASH_DIGITS = 8;

    @Test
    void theSameFileSellsOnPayaraServer(Cluster shared) throws IOException, GeneralSecurityException {
        Path ear = shared.project().resolve("ear/target/arcade.ear");
        String hash = hash(ear);
        try (Cluster house = Cluster.called("ear-on-payara-server")) {
            house.up("--nodes", "1", "--no-console").expect(0);
            Machine node = house.machine("node1");
            String release = house.machine("node1").release();
            JsonObject onMicro = buy(house, "Payara Micro");
            long epoch = house.database().epoch();
            node.kill();

            try (PayaraServer server = PayaraServer.inPlaceOf(node, house)) {
                server.deploy(ear, release);
                JsonObject onServer = buy(house, "Payara Server");

                assertTrue(release.endsWith("-" + hash), () -> "the node ran " + release + ", the file is " + hash);
                assertEquals(
                        onMicro.get("number").getAsLong() + 1,
                        onServer.get("number").getAsLong());
                assertTrue(house.database().epoch() > epoch, "the till on Payara Server did not take over");
                assertEquals(1, house.gateway().captures(onServer.get("token").getAsString()));
                Audit.of(house, Map.of("on-micro", onMicro, "on-server", onServer))
                        .expectClean();
            }
        }
        assertTrue(shared.nodes().stream().allMatch(each -> each.release().endsWith("-" + hash)), "another file");
    }

    /** By the API and past the router, so that the server's own header is seen. */
    private static JsonObject buy(Cluster house, String server) {
        Api api = new Api(house.shop("arcade")).at(house.machine("node1"));
        Waiting.until(server + " has a till", PAID_WITHIN, house::hasTill);
        String cart = api.cart("MUG-SAGE", 1);
        String key = Api.key();
        Answer placed = api.post("checkouts", key, Api.checkout(cart, "pm_card_visa"));
        assertTrue(placed.header("Server").startsWith(server), placed::toString);
        return api.awaitOrder(placed.text("token"), "PAID", PAID_WITHIN);
    }

    private static String hash(Path file) throws IOException, GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    }
}

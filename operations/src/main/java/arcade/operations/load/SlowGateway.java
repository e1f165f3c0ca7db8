package arcade.operations.load;

import arcade.operations.gateway.GatewayFaults;
import arcade.operations.home.Console;
import arcade.operations.home.Failure;
import arcade.operations.home.Machine;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * The payment sandbox, answering each call so much later, until this is closed; then it does what it did before. An interrupt of
 * this program closes it, too; after a {@code kill -9} the latency stays until {@code ./arcade prove --heal}.
 */
final class SlowGateway implements AutoCloseable {
    private final GatewayFaults faults;
    private final JsonObject before;
    private final Thread hook = new Thread(this::restore, "restore-gateway");

    SlowGateway(Machine gateway, int millis) throws InterruptedException {
        faults = new GatewayFaults(gateway);
        before = faults.present();
        java.lang.Runtime.getRuntime().addShutdownHook(hook);
        faults.set(latency(millis));
    }

    /** Calls that it has got since. */
    long calls() throws InterruptedException {
        return faults.injected().values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void close() {
        java.lang.Runtime.getRuntime().removeShutdownHook(hook);
        restore();
    }

    static JsonObject latency(int millis) {
        JsonObject rule = new JsonObject();
        rule.addProperty("operation", "*");
        rule.addProperty("kind", "latency");
        rule.addProperty("millis", millis);
        JsonArray rules = new JsonArray();
        rules.add(rule);
        JsonObject set = new JsonObject();
        set.add("rules", rules);
        return set;
    }

    private void restore() {
        try {
            faults.set(before);
        } catch (Failure e) {
            Console.line("note: the gateway stays slow: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

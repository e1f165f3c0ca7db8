package arcade.operations.prove;

import arcade.operations.home.Failure;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Promise 7. The gateway's notices come twice, late, in another order or not at all, and somebody forges them. What the shop
 * believes in the end is what the gateway did.
 */
final class Notices implements Promise {
    private static final double DROPPED = 0.25;
    private static final double TWICE = 0.3;
    private static final double SHUFFLED = 0.5;
    private static final int DELAY_MILLIS = 1_500;
    private static final Duration CALM = Duration.ofSeconds(120);

    @Override
    public String code() {
        return "7";
    }

    @Override
    public String title() {
        return "webhooks";
    }

    @Override
    public int share() {
        return 7;
    }

    /** A payment that waits for its shopper, who has gone: nobody pays it. */
    private record Unpaid(String payment, String order) {}

    @Override
    public void prove(Scene scene, Duration time, Trial trial) throws InterruptedException {
        scene.gateway().set(disturbances(scene.random().nextInt(Integer.MAX_VALUE)));
        scene.timeline().mark("faults", "notices come twice, late, shuffled or not at all, and forged ones come too");
        scene.shoppers().beginByPages(scene.shopperCount(), scene.goods());
        Forger forger =
                new Forger(scene.cluster().door(), scene.home().secrets().webhookSecret(), scene.random());
        long end = System.nanoTime() + time.toNanos();
        int lied = 0;
        do {
            Optional<Unpaid> target = unpaid(scene);
            String payment = target.map(Unpaid::payment).orElse("0".repeat(26));
            String order = target.map(Unpaid::order).orElse("0".repeat(26));
            forger.forge(payment, order).forEach(trial::violation);
            forger.damaged().forEach(trial::violation);
            lied += forger.lie(payment, order) / 100 == 2 && target.isPresent() ? 1 : 0;
            TimeUnit.SECONDS.sleep(1);
        } while (System.nanoTime() < end);
        scene.gateway().injected().forEach(trial::fault);
        scene.shoppers().end().forEach(trial::mishap);
        scene.gateway().clear();
        trial.fault("forged or damaged", forger.sent());
        trial.fault("signed lie", forger.lies());
        trial.trials(trial.faultCount(), "notices");
        accepted(scene, forger, trial);
        trial.note(forger.sent() + " forged or damaged notices; " + lied + " well signed lies about unpaid payments");
        finalStates(scene, trial);
    }

    private static Optional<Unpaid> unpaid(Scene scene) {
        return scene
                .log()
                .rows(
                        "SELECT ref, order_ref FROM payment WHERE state = 'REQUIRES_ACTION'"
                                + " ORDER BY created_at DESC LIMIT 1",
                        row -> new Unpaid(row.getString(1), row.getString(2)))
                .stream()
                .findFirst();
    }

    private static void accepted(Scene scene, Forger forger, Trial trial) {
        String list = forger.events().stream().map(event -> "'" + event + "'").collect(Collectors.joining(","));
        long inbox = scene.log().number("SELECT COUNT(*) FROM gateway_event WHERE event_id IN (" + list + ")");
        if (inbox > 0) {
            trial.violation(inbox + " forged notices are in the shop's inbox");
        }
    }

    /** The shop's last word about each intent against the gateway's. Money itself is the audit's matter, I2 and I3. */
    private static void finalStates(Scene scene, Trial trial) throws InterruptedException {
        Scene.await(
                CALM,
                () -> scene.log()
                                        .number(
                                                "SELECT COUNT(*) FROM payment WHERE state IN ('REQUESTED', 'AUTHORIZING',"
                                                        + " 'AUTHORIZED', 'CAPTURING', 'VOIDING') OR state LIKE 'UNKNOWN%'")
                                == 0
                        ? Optional.of(true)
                        : Optional.empty());
        try {
            List<String> differences = new GatewayStates(scene.cluster().gateway()).against(scene.log());
            differences.forEach(trial::violation);
        } catch (Failure e) {
            trial.mishap("the final states were not compared: " + e.getMessage());
        }
    }

    private static JsonObject disturbances(int seed) {
        JsonObject webhooks = new JsonObject();
        webhooks.addProperty("drop", DROPPED);
        webhooks.addProperty("duplicate", TWICE);
        webhooks.addProperty("shuffle", SHUFFLED);
        webhooks.addProperty("delayMillis", DELAY_MILLIS);
        JsonObject faults = new JsonObject();
        faults.addProperty("seed", seed);
        faults.add("rules", new JsonArray());
        faults.add("webhooks", webhooks);
        return faults;
    }
}

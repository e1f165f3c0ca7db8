package arcade.operations.prove;

import arcade.operations.load.DoubleClicks;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Promise 5. Everybody sends everything several times at once, to every node: orders = charges = distinct checkout keys. */
final class DoubleClicking implements Promise {
    private static final int FEW = 4;

    @Override
    public String code() {
        return "5";
    }

    @Override
    public String title() {
        return "double click";
    }

    @Override
    public int share() {
        return 5;
    }

    @Override
    public void prove(Scene scene, Duration time, Trial trial) throws InterruptedException {
        // Nobody else shops meanwhile.
        long lastOrder = scene.log().number("SELECT COALESCE(MAX(id), 0) FROM shop_order");
        DoubleClicks clicks = scene.shoppers().beginDoubleClicks(FEW, scene.goods());
        scene.timeline().mark("faults", "everything is sent several times, to every node");
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
        scene.shoppers().end().forEach(trial::mishap);
        clicks.differences().forEach(trial::violation);
        trial.fault("sent again", clicks.repeated());
        trial.trials(clicks.keys(), "checkout keys");
        long orders = scene.log().number("SELECT COUNT(*) FROM shop_order WHERE id > ?", lastOrder);
        if (orders != clicks.keys() || clicks.orders() != clicks.keys()) {
            trial.violation(clicks.keys() + " checkout keys, " + clicks.orders() + " orders shown, " + orders
                    + " orders in the shop");
        }
        trial.note(clicks.keys() + " keys, " + orders + " orders; charges of each: see I1 and I2 of the audit");
    }
}

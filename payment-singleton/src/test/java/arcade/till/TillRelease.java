package arcade.till;

import arcade.testing.TestRelease;
import com.google.gson.Gson;
import com.stripe.Stripe;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The shop with its till, as it is deployed for a test. */
final class TillRelease {
    private TillRelease() {}

    /** @param scene classes of the test that run on the server, too */
    static WebArchive with(Class<?>... scene) {
        return TestRelease.ofTheShop()
                .with(Till.class)
                .with(Stripe.class)
                .with(Gson.class)
                .and(scene)
                .war();
    }
}

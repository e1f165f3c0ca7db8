package arcade.till.testing;

import arcade.testing.TestRelease;
import arcade.till.lease.Till;
import com.google.gson.Gson;
import com.stripe.Stripe;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The shop with its till, as it is deployed for a test. */
public final class TillRelease {
    private TillRelease() {}

    /** @param scene classes of the test that run on the server, too */
    public static WebArchive with(Class<?>... scene) {
        return TestRelease.ofTheShop()
                .with(Till.class)
                .with(Stripe.class)
                .with(Gson.class)
                .and(scene)
                .war();
    }
}

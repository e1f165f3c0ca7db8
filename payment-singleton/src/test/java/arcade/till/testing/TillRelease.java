package arcade.till.testing;

import arcade.testing.TestRelease;
import arcade.till.lease.Till;
import com.google.gson.Gson;
import com.stripe.Stripe;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What every in-container test of the till deploys: the shop with its till, and all of these tests. */
public final class TillRelease {
    private TillRelease() {}

    public static WebArchive war() {
        return TestRelease.ofTheShop()
                .with(Till.class)
                .with(Stripe.class)
                .with(Gson.class)
                .withTests(TillRelease.class)
                .war();
    }
}

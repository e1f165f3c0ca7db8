package arcade.testing;

import com.github.davidmoten.guavamini.Preconditions;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.slf4j.Logger;
import org.subethamail.smtp.server.SMTPServer;

/** What every in-container test of this module deploys: the shop, all of these tests, and the SMTP server that some start. */
public final class DomainRelease {
    private DomainRelease() {}

    public static WebArchive war() {
        return TestRelease.ofTheShop()
                .with(SMTPServer.class)
                .with(Preconditions.class)
                .with(Logger.class)
                .withTests(DomainRelease.class)
                .war();
    }
}

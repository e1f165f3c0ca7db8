package arcade.operations.load;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Browsers that share connections and a tally. The launcher allows the header Host
 * ({@code jdk.httpclient.allowRestrictedHeaders}).
 */
final class Shoppers {
    private static final int CLIENT_THREADS = 2;

    private final AtomicReference<Tally> tally = new AtomicReference<>(new Tally());
    private final Target shop;
    private final HttpClient http;

    Shoppers(Target shop) {
        this.shop = shop;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .executor(Executors.newFixedThreadPool(CLIENT_THREADS, task -> {
                    Thread thread = new Thread(task, "http");
                    thread.setDaemon(true);
                    return thread;
                }))
                .build();
    }

    Browser browser() {
        return new Browser(http, shop, tally::get);
    }

    /** One that goes somewhere else, such as straight to a node. */
    Browser browser(Target other) {
        return new Browser(http, other, tally::get);
    }

    AtomicReference<Tally> tally() {
        return tally;
    }
}

package arcade.sandbox.webhook;

import arcade.sandbox.fault.Faults;
import arcade.sandbox.ledger.Event;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Delivers events to one address in the background: at most {@value #MAX_WAITING} wait at a time (more are dropped and
 * logged), each is tried up to six times. An event that waits when the process ends is not delivered later.
 */
public final class Courier implements AutoCloseable {
    static final int MAX_WAITING = 10_000;
    private static final int THREADS = 8;
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int MAX_REPLY_BYTES = 4096;
    private static final List<Duration> BACK_OFF = List.of(
            Duration.ofMillis(250),
            Duration.ofSeconds(1),
            Duration.ofSeconds(4),
            Duration.ofSeconds(15),
            Duration.ofSeconds(60));

    private final URI address;
    private final Set<String> types;
    private final Signature signature;
    private final Clock clock;
    private final Faults faults;
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(THREADS, task -> {
        Thread thread = new Thread(task, "webhook");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param types the events to deliver; all when empty
     * @param faults say which are lost, doubled or late
     */
    public Courier(URI address, String secret, Set<String> types, Clock clock, Faults faults) {
        this.address = address;
        this.types = Set.copyOf(types);
        this.signature = new Signature(secret);
        this.clock = clock;
        this.faults = faults;
    }

    /** Takes an event for delivery; returns at once. */
    public void deliver(Event event) {
        if (!types.isEmpty() && !types.contains(event.type())) {
            return;
        }
        faults.delivery().afterMillis().forEach(millis -> deliver(event, millis));
    }

    private void deliver(Event event, long millis) {
        if (threads.getQueue().size() >= MAX_WAITING) {
            System.err.println("webhook: dropped " + event.id() + " (" + event.type() + "), " + MAX_WAITING + " wait");
            return;
        }
        threads.schedule(() -> attempt(event, 0), millis, TimeUnit.MILLISECONDS);
    }

    private void attempt(Event event, int failures) {
        String problem = send(event);
        if (problem.isEmpty()) {
            return;
        }
        if (failures == BACK_OFF.size()) {
            System.err.println("webhook: gave up on " + event.id() + " (" + event.type() + "): " + problem);
            return;
        }
        long delay = BACK_OFF.get(failures).toMillis();
        threads.schedule(() -> attempt(event, failures + 1), delay, TimeUnit.MILLISECONDS);
    }

    /** Returns what went wrong; empty when the receiver took the event. */
    private String send(Event event) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setInstanceFollowRedirects(false);
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json; charset=utf-8");
            connection.setRequestProperty("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)");
            connection.setRequestProperty("Stripe-Signature", signature.header(event.body(), clock.instant()));
            byte[] body = event.body().getBytes(StandardCharsets.UTF_8);
            connection.setFixedLengthStreamingMode(body.length);
            connection.getOutputStream().write(body);
            int status = connection.getResponseCode();
            if (status / 100 == 2) {
                connection.getInputStream().readNBytes(MAX_REPLY_BYTES);
                connection.getInputStream().close();
                return "";
            }
            connection.disconnect();
            return "answered " + status;
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

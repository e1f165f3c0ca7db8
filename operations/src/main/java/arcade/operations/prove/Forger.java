package arcade.operations.prove;

import arcade.operations.home.Machine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sends the shop notices that the gateway never sent: signed with another secret, too old, not signed, damaged, huge. And lies
 * signed with the true secret, which the shop must take for hints and no more. Not for several threads.
 */
final class Forger {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final long STALE_SECONDS = 310;
    private static final int HUGE_BYTES = 2 << 20;
    private static final int SHUT = 0;

    private final URI address;
    private final String secret;
    private final Random random;
    private final List<String> events = new ArrayList<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private int sent;
    private int lies;

    /** @param secret the one the gateway signs with */
    Forger(Machine router, String secret, Random random) {
        this.address = URI.create(router.url() + "/webhooks/gateway");
        this.secret = secret;
        this.random = random;
    }

    /**
     * One forged notice of each kind, about this payment.
     *
     * @return what the shop accepted of it: nothing, one hopes
     */
    List<String> forge(String payment, String order) throws InterruptedException {
        List<String> accepted = new ArrayList<>();
        long now = Instant.now().getEpochSecond();
        send("signed with another secret", body -> signature(now, "whsec_of_somebody_else", body), payment, order)
                .ifPresent(accepted::add);
        send("stale", body -> signature(now - STALE_SECONDS, secret, body), payment, order)
                .ifPresent(accepted::add);
        send("from the future", body -> signature(now + 2 * STALE_SECONDS, secret, body), payment, order)
                .ifPresent(accepted::add);
        send("not signed", body -> "", payment, order).ifPresent(accepted::add);
        send("signed with nothing", body -> "t=" + now + ",v1=", payment, order).ifPresent(accepted::add);
        send("signed without a time", body -> "v1=" + mac(body, secret), payment, order)
                .ifPresent(accepted::add);
        send("changed after it was signed", body -> signature(now, secret, body + " "), payment, order)
                .ifPresent(accepted::add);
        huge(now).ifPresent(accepted::add);
        return accepted;
    }

    /** Well signed and no JSON, or JSON of another kind: refused, and no error of the shop. @return what it answered wrongly */
    List<String> damaged() throws InterruptedException {
        List<String> wrong = new ArrayList<>();
        long now = Instant.now().getEpochSecond();
        for (String body :
                List.of("", "{", "[]", "null", "{\"id\":7}", "\u0000\u0001", "{\"id\":\"evt_x\",\"data\":[]}")) {
            int status = post(signature(now, secret, body), body);
            sent++;
            if (status / 100 == 5) {
                wrong.add("a damaged notice was answered with " + status + ": " + body);
            }
        }
        return wrong;
    }

    /** A lie with the right signature: this payment, which nobody paid, is said to be paid. @return the answer's status */
    int lie(String payment, String order) throws InterruptedException {
        long now = Instant.now().getEpochSecond();
        String body = event(payment, order);
        events.remove(events.size() - 1);
        lies++;
        return post(signature(now, secret, body), body);
    }

    /** Ids of the forged events: none of them may ever be in the shop's inbox. */
    List<String> events() {
        return List.copyOf(events);
    }

    int sent() {
        return sent;
    }

    int lies() {
        return lies;
    }

    private Optional<String> huge(long now) throws InterruptedException {
        String body = "{\"pad\":\"" + "x".repeat(HUGE_BYTES) + "\"}";
        sent++;
        return judged("huge", post(signature(now, secret, body), body));
    }

    private Optional<String> send(String how, UnaryOperator<String> signature, String payment, String order)
            throws InterruptedException {
        String body = event(payment, order);
        sent++;
        return judged(how, post(signature.apply(body), body));
    }

    /** A refusal is a status of the 400s, or a door that was shut; nothing else. */
    private static Optional<String> judged(String how, int status) {
        boolean refused = status == SHUT || status / 100 == 4;
        return refused ? Optional.empty() : Optional.of("a forged notice, " + how + ", was answered with " + status);
    }

    private static String signature(long time, String key, String body) {
        return "t=" + time + ",v1=" + mac(time + "." + body, key);
    }

    private int post(String signature, String body) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (!signature.isEmpty()) {
            request.header("Stripe-Signature", signature);
        }
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            // The door was shut while a huge body was still being sent: not accepted.
            return SHUT;
        }
    }

    private String event(String payment, String order) {
        String id = "evt_forged" + Long.toHexString(random.nextLong());
        events.add(id);
        return "{\"id\":\"" + id
                + "\",\"object\":\"event\",\"type\":\"checkout.session.completed\",\"data\":{\"object\":{"
                + "\"id\":\"cs_forged\",\"object\":\"checkout.session\",\"status\":\"complete\",\"payment_status\":\"paid\","
                + "\"metadata\":{\"payment\":\"" + payment + "\",\"order\":\"" + order + "\"}}}}";
    }

    private static String mac(String text, String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}

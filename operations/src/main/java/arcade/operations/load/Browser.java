package arcade.operations.load;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One shopper's browser: its cookies, one retry after a lost connection or a 503, everything counted. A request that
 * may not be sent twice is not retried. Not for several threads.
 */
final class Browser {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int UNAVAILABLE = 503;
    private static final int MOST_REDIRECTS = 10;

    private final HttpClient http;
    private final Target shop;
    private final Supplier<Tally> tally;
    private final Map<String, Cookies> cookies = new HashMap<>();

    /** @param tally where counting goes at the moment */
    Browser(HttpClient http, Target shop, Supplier<Tally> tally) {
        this.http = http;
        this.shop = shop;
        this.tally = tally;
    }

    Target shop() {
        return shop;
    }

    Tally tally() {
        return tally.get();
    }

    /** The shop's cookie of this name. */
    Optional<String> cookie(String name) {
        Cookies known = cookies.get(URI.create(shop.address()).getAuthority());
        return known == null ? Optional.empty() : known.value(name);
    }

    /** As a new visitor. */
    void forget() {
        cookies.clear();
    }

    /** With the cookies that the other one has of the shop, as a second window of the same browser. */
    Browser as(Browser other) {
        Cookies known = other.cookies.get(URI.create(other.shop.address()).getAuthority());
        if (known != null) {
            cookies.put(URI.create(shop.address()).getAuthority(), known.copy());
        }
        return this;
    }

    Reply get(String path) throws NoAnswer, InterruptedException {
        return go(shop.at(path));
    }

    /** @param uri on this machine, of the shop or of another site, such as the gateway's page */
    Reply go(URI uri) throws NoAnswer, InterruptedException {
        if (!shop.mayGo(uri)) {
            throw mishap("other_machine");
        }
        return follow(send(Call.get(uri)));
    }

    Reply submit(Form form) throws NoAnswer, InterruptedException {
        return follow(send(form.call(shop)));
    }

    /**
     * The answer, whatever its status below 500.
     *
     * @throws NoAnswer after a lost connection, a time-out or a status from 500, also at the second try
     */
    Reply send(Call call) throws NoAnswer, InterruptedException {
        long begun = System.nanoTime();
        try {
            Reply reply = attempt(call);
            if (reply.status() != UNAVAILABLE || !call.replaySafe()) {
                return judged(reply, call, begun);
            }
        } catch (HttpTimeoutException e) {
            throw counted("timeout", call, begun);
        } catch (IOException e) {
            if (!call.replaySafe()) {
                throw counted("connection", call, begun);
            }
        }
        return again(call, begun);
    }

    /** @throws NoAnswer when it is no JSON object */
    JsonObject json(Reply reply) throws NoAnswer {
        try {
            return JsonParser.parseString(reply.body()).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw mishap("unreadable");
        }
    }

    /** Counts what went wrong; to be thrown. */
    NoAnswer mishap(String kind) {
        tally().error(kind);
        return new NoAnswer(kind);
    }

    private Reply again(Call call, long begun) throws NoAnswer, InterruptedException {
        tally().retry();
        try {
            return judged(attempt(call), call, begun);
        } catch (HttpTimeoutException e) {
            throw counted("timeout", call, begun);
        } catch (IOException e) {
            throw counted("connection", call, begun);
        }
    }

    private Reply judged(Reply reply, Call call, long begun) throws NoAnswer {
        if (reply.status() >= 500) {
            throw counted("http_" + reply.status(), call, begun);
        }
        count(call, begun);
        return reply;
    }

    private NoAnswer counted(String kind, Call call, long begun) {
        count(call, begun);
        tally().failed(kind, call);
        return new NoAnswer(kind);
    }

    private void count(Call call, long begun) {
        if (call.isWait()) {
            tally().waited();
        } else {
            tally().answered(System.nanoTime() - begun);
        }
    }

    private Reply attempt(Call call) throws IOException, InterruptedException {
        Cookies known = cookies.computeIfAbsent(call.uri().getAuthority(), site -> new Cookies());
        HttpRequest.Builder request = call.request().timeout(TIMEOUT);
        if (shop.holds(call.uri())) {
            request.header("Host", shop.host());
        }
        if (!known.header().isEmpty()) {
            request.header("Cookie", known.header());
        }
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        known.take(response);
        return new Reply(
                call.uri(),
                response.statusCode(),
                response.body(),
                response.headers().firstValue("location"),
                response.headers().firstValue("set-cookie").isPresent());
    }

    private Reply follow(Reply first) throws NoAnswer, InterruptedException {
        Reply reply = first;
        for (int redirects = 0; reply.isRedirect(); redirects++) {
            URI next = shop.resolve(reply.uri(), reply.location().orElseThrow());
            if (redirects == MOST_REDIRECTS || !shop.mayGo(next)) {
                throw mishap("redirect");
            }
            reply = send(Call.get(next));
        }
        return reply;
    }
}

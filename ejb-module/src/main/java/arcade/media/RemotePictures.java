package arcade.media;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;

/**
 * Fetches pictures from public hosts by http and https. One address takes at most {@link #TOTAL}, redirects included;
 * that bound is kept by whoever calls, because a slow body cannot be interrupted from inside. Hazard: the host is
 * resolved for the check and again for the connection; both answers are the same only because Java keeps the first for
 * longer than a fetch lasts ({@code networkaddress.cache.ttl}, 30 s unless it was lowered).
 */
public final class RemotePictures {
    public static final Duration TOTAL = Duration.ofSeconds(3);
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final int MOST_REDIRECTS = 3;
    private static final int SUCCESS = 2;
    private static final int REDIRECT = 3;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final int mostBytes;

    /** @param mostBytes a larger picture is refused */
    public RemotePictures(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    public Picture fetch(String source) throws NotAPicture, InterruptedException {
        try {
            URI address = URI.create(source.replace(" ", "%20"));
            for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
                HttpResponse<InputStream> answer = get(address);
                try (InputStream body = answer.body()) {
                    if (answer.statusCode() / 100 == SUCCESS) {
                        return Picture.of(bounded(body));
                    }
                    if (answer.statusCode() / 100 != REDIRECT) {
                        throw new NotAPicture("its server answers " + answer.statusCode());
                    }
                    address = address.resolve(
                            answer.headers().firstValue("Location").orElse(""));
                }
            }
            throw new NotAPicture("its server redirects more than " + MOST_REDIRECTS + " times");
        } catch (IllegalArgumentException e) {
            throw new NotAPicture("it is no address: " + e.getMessage());
        } catch (IOException e) {
            throw new NotAPicture("its server is not reached: " + e.getClass().getSimpleName());
        }
    }

    private HttpResponse<InputStream> get(URI address) throws NotAPicture, IOException, InterruptedException {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || address.getHost() == null) {
            throw new NotAPicture("it is no address of http or https");
        }
        PublicAddress.check(address.getHost());
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(TOTAL)
                .header("Accept", "image/*")
                .build();
        return client.send(request, BodyHandlers.ofInputStream());
    }

    private byte[] bounded(InputStream body) throws IOException, NotAPicture {
        byte[] content = body.readNBytes(mostBytes + 1);
        if (content.length > mostBytes) {
            throw new NotAPicture("it is larger than " + mostBytes + " bytes");
        }
        return content;
    }
}

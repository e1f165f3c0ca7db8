package arcade.till.gateway;

import arcade.trace.Trace;
import com.stripe.exception.ApiConnectionException;
import com.stripe.net.HttpClient;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Carries the client's requests as they are. The client's own carrier adds a description of this machine to each of them, for which
 * it searches every library of the server each time: that cost more than the request.
 */
final class GatewayConnection extends HttpClient {
    private static final int MOST_BYTES = 1024 * 1024;

    @Override
    public StripeResponse request(StripeRequest request) throws ApiConnectionException {
        try {
            long end = System.nanoTime()
                    + TimeUnit.MILLISECONDS.toNanos(request.options().getReadTimeout());
            return answer(open(request), end);
        } catch (IOException e) {
            throw new ApiConnectionException(request.method() + " " + request.url() + ": " + e.getMessage(), e);
        }
    }

    private static HttpURLConnection open(StripeRequest request) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) request.url().openConnection();
        connection.setConnectTimeout(request.options().getConnectTimeout());
        connection.setReadTimeout(request.options().getReadTimeout());
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        request.headers()
                .map()
                .forEach((name, values) -> connection.setRequestProperty(name, String.join(",", values)));
        Trace.present().ifPresent(trace -> connection.setRequestProperty(Trace.HEADER, trace.parent()));
        connection.setRequestMethod(request.method().name());
        if (request.content() != null) {
            byte[] body = request.content().byteArrayContent();
            connection.setRequestProperty("Content-Type", request.content().contentType());
            connection.setDoOutput(true);
            // Its length known, the connection never sends it a second time by itself.
            connection.setFixedLengthStreamingMode(body.length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
        }
        return connection;
    }

    private static StripeResponse answer(HttpURLConnection connection, long end) throws IOException {
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            String text = in == null ? "" : text(in, end);
            return new StripeResponse(status, HttpHeaders.of(connection.getHeaderFields()), text);
        }
    }

    /** The read timeout bounds each read; a gateway that sends drop by drop is bounded by the end. */
    private static String text(InputStream in, long end) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            text.write(buffer, 0, read);
            if (text.size() > MOST_BYTES) {
                throw new IOException("the gateway's answer is longer than " + MOST_BYTES + " bytes");
            }
            if (System.nanoTime() > end) {
                throw new IOException("the gateway's answer takes too long");
            }
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}

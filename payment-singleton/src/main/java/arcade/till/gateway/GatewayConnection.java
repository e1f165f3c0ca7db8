package arcade.till.gateway;

import com.stripe.exception.ApiConnectionException;
import com.stripe.net.HttpClient;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;

/**
 * Carries the client's requests as they are. The client's own carrier adds a description of this machine to each of them, for which
 * it searches every library of the server each time: that cost more than the request.
 */
final class GatewayConnection extends HttpClient {
    private static final int MOST_BYTES = 1024 * 1024;

    @Override
    public StripeResponse request(StripeRequest request) throws ApiConnectionException {
        try {
            return answer(open(request));
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

    private static StripeResponse answer(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            byte[] body = in == null ? new byte[0] : in.readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                throw new IOException("the gateway's answer is longer than " + MOST_BYTES + " bytes");
            }
            String text = new String(body, StandardCharsets.UTF_8);
            return new StripeResponse(status, HttpHeaders.of(connection.getHeaderFields()), text);
        }
    }
}

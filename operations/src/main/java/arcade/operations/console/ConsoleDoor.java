package arcade.operations.console;

import arcade.operations.home.Machine;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Looks whether the console shows its login page. It says nothing secret and believes nothing, so any certificate will do. */
public final class ConsoleDoor {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .sslContext(anyCertificate())
            .build();
    private static final int OK = 200;

    private final URI page;

    public ConsoleDoor(Machine console) {
        this.page = URI.create(address(console) + "/common/index.jsf");
    }

    /** {@code https://address:port}, where an admin signs in. */
    public static String address(Machine console) {
        return "https://" + console.address() + ":" + console.port("console");
    }

    public boolean open(Duration limit) {
        try {
            HttpResponse<String> answer = HTTP.send(
                    HttpRequest.newBuilder(page).timeout(limit).build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == OK && answer.body().contains("j_security_check");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static SSLContext anyCertificate() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anybody()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java speaks TLS", e);
        }
    }

    /** The console signed its certificate itself. */
    private static final class Anybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}

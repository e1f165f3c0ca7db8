package arcade.web.gateway;

import arcade.payment.GatewayNotices;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Takes the gateway's notices and answers at once: 200 kept, 400 not signed by the gateway or not readable, 413 too large. */
@WebServlet("/webhooks/gateway")
public class GatewayNoticeServlet extends HttpServlet {
    static final int MOST_BYTES = 256 * 1024;

    @Inject
    private GatewayNotices notices;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<byte[]> body = body(request.getContentLengthLong(), request.getInputStream());
        if (body.isEmpty()) {
            response.setHeader("Connection", "close");
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        GatewayNotices.Receipt receipt = notices.receive(body.get(), request.getHeader("Stripe-Signature"));
        response.setStatus(
                switch (receipt) {
                    case ACCEPTED, KNOWN -> HttpServletResponse.SC_OK;
                    case FORGED, UNREADABLE -> HttpServletResponse.SC_BAD_REQUEST;
                });
    }

    /**
     * The whole body; empty if it is too large: then nothing of it is read if it says so itself, and only the allowed part otherwise.
     *
     * @param declared in bytes; -1: not said
     */
    static Optional<byte[]> body(long declared, InputStream in) throws IOException {
        if (declared > MOST_BYTES) {
            return Optional.empty();
        }
        byte[] body = in.readNBytes(MOST_BYTES + 1);
        return body.length > MOST_BYTES ? Optional.empty() : Optional.of(body);
    }
}

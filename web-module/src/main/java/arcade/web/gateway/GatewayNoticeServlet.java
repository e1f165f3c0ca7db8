package arcade.web.gateway;

import arcade.payment.GatewayNotices;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Takes the gateway's notices and answers at once: 200 kept, 400 not signed by the gateway or not readable, 413 too large. */
@WebServlet("/webhooks/gateway")
public class GatewayNoticeServlet extends HttpServlet {
    private static final int MOST_BYTES = 256 * 1024;

    @Inject
    private GatewayNotices notices;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        GatewayNotices.Receipt receipt = notices.receive(body, request.getHeader("Stripe-Signature"));
        response.setStatus(
                switch (receipt) {
                    case ACCEPTED, KNOWN -> HttpServletResponse.SC_OK;
                    case FORGED, UNREADABLE -> HttpServletResponse.SC_BAD_REQUEST;
                });
    }
}

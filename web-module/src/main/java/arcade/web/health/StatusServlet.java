package arcade.web.health;

import arcade.cluster.LeaseView;
import arcade.cluster.Leases;
import arcade.cluster.Node;
import arcade.cluster.Role;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How this node stands, for the operator: roles, release, sessions, heap (bytes), uptime (seconds), and who is the till. */
@WebServlet("/internal/status")
public class StatusServlet extends HttpServlet {
    @Inject
    private Node node;

    @Inject
    private Leases leases;

    @Inject
    @ConfigProperty(name = "arcade.operator.token")
    private String operatorToken;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isOperator(request.getHeader("Authorization"))) {
            response.setHeader("WWW-Authenticate", "Bearer");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(status().toString());
    }

    private JsonObject status() {
        JsonObjectBuilder status = Json.createObjectBuilder()
                .add("node", node.name())
                .add("release", node.release())
                .add(
                        "roles",
                        Json.createArrayBuilder(
                                node.roles().stream().map(Role::word).toList()))
                .add("sessions", SessionCount.live())
                .add(
                        "heapBytes",
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed())
                .add(
                        "uptimeSeconds",
                        Duration.between(node.startedAt(), Instant.now()).toSeconds());
        return status.add("till", till()).build();
    }

    private JsonObjectBuilder till() {
        try {
            LeaseView lease = leases.look("payments");
            JsonObjectBuilder till = Json.createObjectBuilder().add("epoch", lease.epoch());
            lease.holder().ifPresentOrElse(name -> till.add("holder", name), () -> till.add("holder", JsonValue.NULL));
            return lease.since() == null
                    ? till.add("since", JsonValue.NULL)
                    : till.add("since", lease.since().toString());
        } catch (SQLException e) {
            return Json.createObjectBuilder().add("missing", "the database: " + e.getMessage());
        }
    }

    private boolean isOperator(String authorization) {
        String expected = "Bearer " + operatorToken.strip();
        return authorization != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), authorization.getBytes(StandardCharsets.UTF_8));
    }
}
